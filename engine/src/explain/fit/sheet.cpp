#include <algorithm>

#include "explain/fit/fit.h"

namespace aidcheck {
namespace {

constexpr std::uint32_t kTotal = field_bit(Field::kTotal);
constexpr std::uint32_t kScope = field_bit(Field::kInScope);
constexpr std::uint32_t kParts =
    kScope | field_bit(Field::kFullyOwn) | field_bit(Field::kOverLimit) | field_bit(Field::kOwnFirst);
constexpr std::uint32_t kDeductible = field_bit(Field::kDeductible);
// From basic insurance to cash.
constexpr std::uint32_t kPaid = (std::uint32_t{1} << kFieldCount) - field_bit(Field::kBasic);

constexpr Misfit kAddsUp{
    "sheet.does_not_add_up",
    Check::kSheet,
    {"这张账单对不上：医疗费总额是{1}元，各部分加起来是{0}元。请核对抄写，或请医院解释。",
     "This sheet does not add up: the total is {1} yuan, its parts come to {0} yuan. Check what was copied, "
     "or ask the hospital."}};
constexpr Misfit kPayments{
    "fit.payments_differ",
    Check::kSheet,
    {"账单上各方和您自己共付{0}元，总额是{1}元。常见的是一笔抄了两次，或家庭共济、减免、押金另列。",
     "On the sheet all payers and you paid {0} yuan, but the total is {1} yuan. Often a payment was copied "
     "twice, or a family account, a waiver or a deposit stands elsewhere."}};
constexpr Misfit kTaken{
    "fit.deductible_above_scope",
    Check::kSheet,
    {"起付线和基本医保已付共{0}元，超过政策范围内的{1}元。常见的是抄了起付标准，不是这次实扣的。",
     "Deductible and basic insurance come to {0} yuan, more than the {1} yuan in scope. Often the standard "
     "was copied, not what was taken this time."}};
constexpr Misfit kPaidAboveScope{
    "sheet.paid_above_scope",
    Check::kSheet,
    {"账单上各项保险一共付了{0}元，超过政策范围内的{1}元。请核对抄写，或请医院解释。",
     "The sheet's insurances paid {0} yuan, more than the {1} yuan in scope. Check what was copied, or ask "
     "the hospital."}};
constexpr Misfit kPaidAboveBase{
    "fit.paid_above_base",
    Check::kSheet,
    {"账单上医疗救助付了{0}元，保险付过以后范围内只剩{1}元。常见的是别的补助也抄进了这一栏。",
     "Assistance paid {0} yuan on the sheet; only {1} yuan in scope was left. Often another payment was "
     "copied into this line."}};

constexpr Misfit kPaidAboveTotal{
    "fit.paid_above_total",
    Check::kSheet,
    {"账单上已付的和按规则算出的一共{0}元，超过总额{1}元。常见的是“其他基金”里已经有这次救助。",
     "What the sheet says was paid and what the rules give come to {0} yuan, more than the total of {1} "
     "yuan. Often \"other funds\" hold this assistance already."}};

/// What amounts come to, as far as the sheet says.
struct Span {
  Fen least = 0;
  Fen most = 0;
};

// A bit a field. All fields of the largest amounts are far from too much.
Span sum(const sent::Visit& visit, std::uint32_t fields) {
  Span sum;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if ((fields >> i & 1U) == 0) continue;
    const sent::Amount& amount = visit.sheet[i];
    const bool absent = amount.knowledge == sent::Amount::Knowledge::kAbsent;
    sum.least += amount.least;
    sum.most += absent ? kLargestAmount : amount.most;
  }
  return sum;
}

/// Sums of which one must be the other, or, `at_most`, not be above it.
struct Rule {
  std::uint32_t fields = 0;
  std::uint32_t of = 0;
  Fen apart = 0;
  bool at_most = false;
  const Misfit* misfit = nullptr;
};
constexpr Rule kRules[] = {
    {kParts, kTotal, 0, false, &kAddsUp},
    // At the counter cash may be rounded to a tenth of a yuan.
    {kPaid, kTotal, 10, false, &kPayments},
    // The deductible lies in scope, and basic insurance pays what is above it.
    {kDeductible | field_bit(Field::kBasic), kScope, 0, true, &kTaken},
};

void add(Notices& notices, const Part& part, const VisitRecord& record, const Misfit& misfit, Fen first,
         Fen second) {
  notices.add_misfit(part, record, misfit, "/sheet", yuan(first), yuan(second));
}

}  // namespace

void find_misfits_of_sheet(Notices& notices, const Part& part, const VisitRecord& record) {
  const sent::Visit& visit = part.settled.visit(record);
  const auto tell_of = [&](const Misfit& misfit, Fen first, Fen second) {
    add(notices, part, record, misfit, first, second);
  };
  for (const Rule& rule : kRules) {
    const Span all = sum(visit, rule.fields);
    const Span of = sum(visit, rule.of);
    if (rule.at_most && visit.amount(Field::kDeductible).least == 0) continue;
    if (all.least > of.most + rule.apart) tell_of(*rule.misfit, all.least, of.most);
    if (!rule.at_most && all.most + rule.apart < of.least) tell_of(*rule.misfit, all.most, of.least);
  }
}

void find_misfits_of_base(Notices& notices, const Part& part, const VisitRecord& record) {
  const sent::Visit& visit = part.settled.visit(record);
  // What the sheet says that the insurances paid for what is in scope.
  Fen paid = 0;
  Fen stated_in_all = 0;
  Fen in_all = 0;
  const Plan& plan = part.settled.plan;
  Fen base = 0;
  for (std::size_t i = 0; i < plan.layers.size(); ++i) {
    const LayerPlan& layer = plan.layers[i];
    const bool stated = layer.sheet && (!layer.has_rules || record.layers[i].stated);
    in_all += record.paid[i];
    if (stated) stated_in_all += record.paid[i];
    if (stated && layer.in_scope) paid += record.paid[i];
    // The rules of assistance may look at more than what is in scope.
    if (!layer.sheet) base = std::max(base, record.layers[i].sum);
  }
  const Fen aid = visit.amount(Field::kAssistance).least;
  const Fen left = std::max(base, record.scope - paid);
  if (paid > record.scope) {
    add(notices, part, record, kPaidAboveScope, paid, record.scope);
  } else if (aid > left) {
    add(notices, part, record, kPaidAboveBase, aid, left);
  }
  const Fen total = part.settled.input(record).amounts[static_cast<std::size_t>(Field::kTotal)];
  if (in_all > total && stated_in_all <= total) add(notices, part, record, kPaidAboveTotal, in_all, total);
}

std::optional<bool> sheet_adds_up(const sent::Visit& visit) {
  const Span parts = sum(visit, kParts);
  const Span total = sum(visit, kTotal);
  // With a part left out the rest may still be what is missing; more than the total is wrong in any case.
  if (parts.most < total.least || parts.least > total.most) return false;
  if (parts.least == total.most) return true;
  return std::nullopt;
}

}  // namespace aidcheck

#include <algorithm>
#include <initializer_list>

#include "explain/fit/fit.h"

namespace aidcheck {
namespace {

/// What amounts come to, as far as the sheet says.
struct Span {
  Fen least = 0;
  Fen most = 0;
};

template <class Fields>
Span sum(const sent::Visit& visit, const Fields& fields) {
  Span sum;
  Arithmetic arithmetic;
  for (const Field field : fields) {
    const sent::Amount& amount = visit.amount(field);
    const bool absent = amount.knowledge == sent::Amount::Knowledge::kAbsent;
    sum.least = arithmetic.add(sum.least, amount.least);
    sum.most = arithmetic.add(sum.most, absent ? kLargestAmount : amount.most);
  }
  return sum;
}
Span sum(const sent::Visit& visit, std::initializer_list<Field> fields) {
  return sum<std::initializer_list<Field>>(visit, fields);
}

constexpr std::initializer_list<Field> kPayers{
    Field::kBasic,       Field::kCivilServant, Field::kEnterprise, Field::kSeriousIllness,
    Field::kLargeAmount, Field::kAssistance,   Field::kOther};

class SheetCheck {
 public:
  SheetCheck(Notices& notices, const Part& part, const VisitRecord& record)
      : notices_(notices), part_(part), record_(record), visit_(part.settled.visit(record)) {}

  void run() {
    adds_up();
    if (!paid_above_scope()) paid_above_total();
    deductible();
    own_money();
  }

 private:
  void tell_of(std::string_view code, const Words& message) {
    notices_.doubt(notices_.add_at(part_, record_, code, true, "/sheet", message), check::kSheet);
  }

  void adds_up() {
    const SheetSum parts = sum_of_sheet(visit_);
    if (parts.adds_up.value_or(true)) return;
    const Span total = sum(visit_, {Field::kTotal});
    tell_of("sheet.does_not_add_up",
            tell("这张账单对不上：医疗费总额是{0}元，各部分加起来是{1}元。请核对抄写，或请医院解释。",
                 "This sheet does not add up: the total is {0} yuan, its parts come to {1} yuan. Check what "
                 "was copied, or ask the hospital.",
                 {format_yuan(std::clamp(parts.parts, total.least, total.most)), format_yuan(parts.parts)}));
  }

  // What the sheet says that the insurances paid for what is in scope.
  [[nodiscard]] Fen insured() const {
    Fen paid = 0;
    Arithmetic arithmetic;
    const List<LayerPlan>& layers = part_.settled.plan.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const bool stated = layers[i].sheet && (!layers[i].has_rules || record_.layers[i].stated);
      if (stated && layers[i].in_scope) paid = arithmetic.add(paid, record_.paid[i]);
    }
    return paid;
  }

  bool paid_above_scope() {
    const Fen paid = insured();
    if (paid > record_.scope) {
      tell_of("sheet.paid_above_scope",
              tell("账单上各项保险一共付了{0}元，超过政策范围内的{1}元。请核对抄写，或请医院解释。",
                   "The sheet's insurances paid {0} yuan, more than the {1} yuan in scope. Check what was "
                   "copied, or ask the hospital.",
                   {format_yuan(paid), format_yuan(record_.scope)}));
      return true;
    }
    const List<model::Layer>& layers = part_.settled.plan.pack.layers;
    const std::size_t assistance = Names(layers).find(field_word(Field::kAssistance).word.id);
    Fen left = record_.scope - paid;
    // Its rules may look at more than what is in scope.
    if (assistance != layers.size()) left = std::max(left, record_.layers[assistance].sum);
    const Fen aid = visit_.amount(Field::kAssistance).least;
    if (aid <= left) return false;
    tell_of("fit.paid_above_base",
            tell("账单上医疗救助付了{0}元，而保险付过以后范围内只剩{1}元。常见的是把别的补助也抄在了这一栏。",
                 "Medical assistance paid {0} yuan on the sheet, but only {1} yuan in scope was left after "
                 "the insurances. Often another payment was copied into this line.",
                 {format_yuan(aid), format_yuan(left)}));
    return true;
  }

  void paid_above_total() {
    const Fen paid = sum(visit_, kPayers).least;
    const Fen total = sum(visit_, {Field::kTotal}).most;
    if (paid <= total) return;
    tell_of("fit.paid_above_total",
            tell("账单上各方一共付了{0}元，超过总额{1}元。常见的是同一笔抄进了两栏。",
                 "All payers of the sheet together paid {0} yuan, more than its total of {1} yuan. Often one "
                 "payment was copied into two lines.",
                 {format_yuan(paid), format_yuan(total)}));
  }

  // The deductible lies in scope, and basic insurance pays what is above it.
  void deductible() {
    const Fen deductible = visit_.amount(Field::kDeductible).least;
    const Fen scope = sum(visit_, {Field::kInScope}).most;
    if (deductible == 0 || sum(visit_, {Field::kDeductible, Field::kBasic}).least <= scope) return;
    tell_of("fit.deductible_above_scope",
            tell("起付线{0}元加上基本医保已付的，超过了政策范围内的{1}元。常见的是抄了起付标准，"
                 "而不是这次实际扣的。",
                 "The deductible of {0} yuan and what basic insurance paid come to more than the {1} yuan in "
                 "scope. Often the standard was copied instead of what was taken at this visit.",
                 {format_yuan(deductible), format_yuan(scope)}));
  }

  // Account and cash are what no payer paid. At the counter cash may be rounded to a tenth of a yuan.
  void own_money() {
    constexpr Fen kRounding = 10;
    const Span own = sum(visit_, {Field::kAccount, Field::kCash});
    const Span paid = sum(visit_, kPayers);
    const Span total = sum(visit_, {Field::kTotal});
    const Fen least = std::max<Fen>(0, total.least - paid.most);
    const Fen most = std::max<Fen>(0, total.most - paid.least);
    if (own.least <= most + kRounding && own.most >= least - kRounding) return;
    const bool above = own.least > most;
    tell_of("fit.own_money_differs",
            tell("账单上个人账户和现金共{0}元，总额减去各方已付是{1}"
                 "元。常见的是家庭共济、医院减免另列，或押金还没退。",
                 "Account and cash come to {0} yuan on the sheet; the total less all payers is {1} yuan. "
                 "Often a family account, a waiver or a deposit stands elsewhere.",
                 {format_yuan(above ? own.least : own.most), format_yuan(above ? most : least)}));
  }

  Notices& notices_;
  const Part& part_;
  const VisitRecord& record_;
  const sent::Visit& visit_;
};

}  // namespace

SheetSum sum_of_sheet(const sent::Visit& visit) {
  const Span parts = sum(visit, kSheetParts);
  const Span total = sum(visit, {Field::kTotal});
  SheetSum sum;
  sum.parts = parts.least;
  const bool exact = visit.amount(Field::kTotal).exact();
  // With a part left out the rest may still be what is missing; more than the total is wrong in any case.
  if (parts.most < total.least) sum.parts = parts.most;
  if (parts.most < total.least || parts.least > total.most) {
    sum.adds_up = false;
  } else if (exact && parts.least == total.least) {
    sum.adds_up = true;
  }
  return sum;
}

void find_misfits_of_sheet(Notices& notices, const Part& part, const VisitRecord& record) {
  SheetCheck(notices, part, record).run();
}

}  // namespace aidcheck

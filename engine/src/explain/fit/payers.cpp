#include "explain/fit/fit.h"
#include "explain/fit/parting.h"
#include "settle/kept.h"
#include "settle/settle.h"

namespace aidcheck {
namespace {

constexpr Misfit kAssistanceDiffers{
    "sheet.assistance_differs",
    Check::kSettled,
    {"账单上已结医疗救助{0}元，按规则算是{1}元，两者不同。可以带上账单向医保经办机构核对。",
     "The sheet has medical assistance of {0} yuan; the rules give {1} yuan. Take the sheet to the "
     "medical-security office and ask."}};
constexpr Misfit kSettledDiffers{
    "fit.settled_differs",
    Check::kSettled,
    {"账单上“{2}”付了{0}元，按这里的规则算是{1}元；结果用账单上的数。常见的是规则有过调整。",
     "\"{2}\" paid {0} yuan on the sheet; these rules give {1} yuan. The sheet's figure is used. Often the "
     "rules have changed."}};

// A payer of which the sheet says what it paid, and the rules what it should have. Assistance is always
// computed; 0 on the sheet means that it was not settled yet.
void compare(Notices& notices, Again& again, std::size_t layer) {
  const Settled& settled = again.part.settled;
  const VisitRecord& record = again.record();
  const auto& amount = settled.plan.layers[layer].sheet;
  const auto field = amount ? static_cast<Field>(*amount) : Field::kAssistance;
  const FieldWord& word = field_word(field);
  const Fen stated = settled.visit(record).amount(field).least;
  const VisitRecord* ours = &record;
  std::vector<VisitRecord> computed;
  if (amount) {
    if (!again.settle_as(record.category, again.index)) return;
    computed.swap(again.records);
    ours = &computed[again.found];
    const LayerRecord& made = ours->layers[layer];
    if (made.applies != 0 || made.rate_row == outcome::kNone || ours->paid[layer] == stated) return;
  } else if (ours->paid[layer] == stated) {
    notices.add_at(
        again.part, record, "sheet.assistance_same", false, "/sheet/assistance",
        tell("账单上已结医疗救助{0}元，与按规则算的一样。",
             "The sheet's medical assistance of {0} yuan is what the rules give.", {yuan(stated)}));
    return;
  }
  Notice& notice = notices.add_misfit(again.part, record, amount ? kSettledDiffers : kAssistanceDiffers,
                                      keep("/sheet/" + std::string(word.word.id)), yuan(stated),
                                      yuan(ours->paid[layer]), layer_label(settled.plan, layer));
  notice.attention = !amount;
  find_parting(again, *ours, layer, stated, notice.differs.emplace_back());
}

}  // namespace

bool Again::settle(const std::uint8_t* categories) {
  const YearInput& input = part.settled.digest.year;
  if (allowance < input.visits.size()) return false;
  allowance -= input.visits.size();
  YearTotals totals;
  YearState after;
  if (Settler(part.settled.plan).settle(input, totals, after, &records, categories).why !=
      Stop::Why::kNothing)
    return false;
  for (found = 0; made().visit != record().visit;) ++found;
  return true;
}

bool Again::settle_as(std::uint8_t category, std::size_t place) {
  List<std::uint8_t> categories;
  for (const VisitRecord& each : part.explanation.records) {
    if (&each != &record()) categories.push_back(each.category);
  }
  categories.insert(categories.begin() + place, category);
  return settle(categories.begin());
}

void start_parts_again(Year& year) {
  Part* before = nullptr;
  for (Part& part : year.parts) {
    if (before != nullptr)
      carry_over(before->settled.plan, before->explanation.after, part.settled.plan,
                 part.settled.digest.year);
    before = &part;
  }
}

void find_misfits_of_payers(Notices& notices, Part& part, std::size_t record, std::size_t& allowance) {
  Again again{part, record, allowance, {}, 0};
  const Plan& plan = part.settled.plan;
  for (std::size_t i = 0; i < plan.layers.size(); ++i) {
    const LayerPlan& layer = plan.layers[i];
    if (layer.sheet) {
      if (!layer.has_rules || !again.record().layers[i].stated || *layer.sheet >= kFieldCount) continue;
      const std::uint32_t known = again.visit().known;
      again.visit().known &= ~(std::uint32_t{1} << *layer.sheet);
      compare(notices, again, i);
      again.visit().known = known;
    } else if (plan.pack.layers[i].id == field_word(Field::kAssistance).word.id) {
      const sent::Amount& stated = part.settled.visit(again.record()).amount(Field::kAssistance);
      if (stated.exact() && stated.least != 0) compare(notices, again, i);
    }
  }
}

}  // namespace aidcheck

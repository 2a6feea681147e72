#include "explain/fit/fit.h"
#include "explain/fit/parting.h"

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

// About as many settlements as it takes to explain a figure.
constexpr std::size_t kToExplain = 64;

// A payer of which the sheet says what it paid, and the rules what it should have. Assistance is always
// computed; 0 on the sheet means that it was not settled yet.
void compare(Notices& notices, Replay& replay, std::size_t index, std::size_t layer) {
  const Part& part = replay.part();
  const VisitRecord& record = replay.record(index);
  const auto& amount = part.settled.plan.layers[layer].sheet;
  const Field field = amount ? static_cast<Field>(*amount) : Field::kAssistance;
  const Fen stated = part.settled.visit(record).amount(field).least;
  std::uint32_t known = part.settled.input(record).known;
  VisitRecord ours = record;
  if (amount) {
    if (!replay.go_before(index)) return;
    known &= ~field_bit(field);
    replay.add(index).known = known;
    if (!replay.settle(&record.category)) return;
    ours = replay.made();
    const LayerRecord& made = ours.layers[layer];
    if (made.applies != 0 || made.rate_row == outcome::kNone || ours.paid[layer] == stated) return;
  } else if (ours.paid[layer] == stated) {
    notices.add_at(
        part, record, "sheet.assistance_same", false, "/sheet/assistance",
        tell("账单上已结医疗救助{0}元，与按规则算的一样。",
             "The sheet's medical assistance of {0} yuan is what the rules give.", {yuan(stated)}));
    return;
  }
  Notice& notice = notices.add_misfit(part, record, amount ? kSettledDiffers : kAssistanceDiffers,
                                      keep("/sheet/" + std::string(field_word(field).word.id)), yuan(stated),
                                      yuan(ours.paid[layer]), layer_label(part.settled.plan, layer));
  notice.attention = !amount;
  if (replay.take(kToExplain))
    find_parting(replay, index, ours, known, layer, stated, notice.differs.emplace_back());
}

}  // namespace

void find_misfits_of_payers(Notices& notices, Replay& replay, std::size_t index) {
  const Settled& settled = replay.part().settled;
  const VisitRecord& record = replay.record(index);
  for (std::size_t i = 0; i < settled.plan.layers.size(); ++i) {
    const LayerPlan& layer = settled.plan.layers[i];
    const sent::Amount& aid = settled.visit(record).amount(Field::kAssistance);
    const bool both = layer.sheet
                          ? layer.has_rules && record.layers[i].stated && *layer.sheet < kFieldCount
                          : settled.plan.pack.layers[i].id == field_word(Field::kAssistance).word.id &&
                                aid.exact() && aid.least != 0;
    if (both) compare(notices, replay, index, i);
  }
}

}  // namespace aidcheck

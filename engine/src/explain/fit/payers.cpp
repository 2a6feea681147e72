#include "base/names.h"
#include "explain/fit/fit.h"
#include "explain/fit/parting.h"

namespace aidcheck {
namespace {

class PayerCheck {
 public:
  PayerCheck(Notices& notices, const Spot& spot, std::size_t& allowance)
      : notices_(notices), spot_(spot), part_(spot.part), record_(spot.record()), allowance_(allowance) {}

  void run() {
    const List<LayerPlan>& layers = part_.settled.plan.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      if (!layers[i].sheet) {
        assistance(i);
      } else if (layers[i].has_rules && record_.layers[i].stated && *layers[i].sheet < kFieldCount) {
        stated(i);
      }
    }
  }

 private:
  // Assistance is always computed; 0 on the sheet means that it was not settled yet.
  void assistance(std::size_t layer) {
    if (part_.settled.plan.pack.layers[layer].id != field_word(Field::kAssistance).word.id) return;
    const sent::Amount& stated = part_.settled.visit(record_).amount(Field::kAssistance);
    if (!stated.exact() || stated.least == 0) return;
    const Fen computed = record_.paid[layer];
    if (computed == stated.least) {
      notices_.add_at(part_, record_, "sheet.assistance_same", false, "/sheet/assistance",
                      tell("账单上已结医疗救助{0}元，与按规则算的一样。",
                           "The sheet's medical assistance of {0} yuan is what the rules give.",
                           {format_yuan(computed)}));
      return;
    }
    Again again(spot_, spot_.index, allowance_);
    differs(layer, again, record_, stated.least,
            notices_.add_at(
                part_, record_, "sheet.assistance_differs", true, "/sheet/assistance",
                tell("账单上已结医疗救助{0}元，按规则算是{1}元，两者不同。可以带上账单向医保经办机构核对。",
                     "The sheet has medical assistance of {0} yuan; the rules give {1} yuan. Take the sheet "
                     "to the medical-security office and ask.",
                     {format_yuan(stated.least), format_yuan(computed)})));
  }

  // A payer that the sheet states and that the rules could have computed.
  void stated(std::size_t layer) {
    const std::size_t field = *part_.settled.plan.layers[layer].sheet;
    Again again(spot_, spot_.index, allowance_);
    again.visit().known &= ~(std::uint32_t{1} << field);
    if (!again.settle(record_.category)) return;
    const VisitRecord computed = again.made();
    const bool by_rules =
        computed.layers[layer].applies == 0 && computed.layers[layer].rate_row != outcome::kNone;
    if (!by_rules || computed.paid[layer] == record_.paid[layer]) return;
    const Words label = layer_label(part_.settled.plan, layer);
    differs(layer, again, computed, record_.paid[layer],
            notices_.add_at(
                part_, record_, "fit.settled_differs", false,
                keep("/sheet/" + std::string(field_word(static_cast<Field>(field)).word.id)),
                tell("账单上“{0}”付了{1}元，按这里的规则算是{2}元；结果用的是账单上的数。",
                     "\"{0}\" paid {1} yuan on the sheet; these rules give {2} yuan. The result uses the "
                     "sheet's figure.",
                     {label, format_yuan(record_.paid[layer]), format_yuan(computed.paid[layer])})));
  }

  void differs(std::size_t layer, Again& again, const VisitRecord& ours, Fen settled, Notice& notice) {
    notices_.doubt(notice, check::kSettled);
    notice.differs.push_back(find_parting(spot_, again, ours, layer, settled));
  }

  Notices& notices_;
  const Spot& spot_;
  const Part& part_;
  const VisitRecord& record_;
  std::size_t& allowance_;
};

}  // namespace

void find_misfits_of_payers(Notices& notices, const Year& year, const Part& part, std::size_t record,
                            std::size_t& allowance) {
  PayerCheck(notices, {year, part, record}, allowance).run();
}

}  // namespace aidcheck

#include <algorithm>
#include <utility>

#include "explain/explanation.h"

namespace aidcheck {
namespace {

class Finder {
 public:
  explicit Finder(Year& year) : year_(year), part_(&year.parts.back()), notices_(year.notices) {}

  void run() {
    statements(true);
    identities();
    for (const Part& part : year_.parts) {
      part_ = &part;
      for (const VisitRecord& record : part.explanation.records) {
        total_left_out(record);
        adds_up(record);
        paid_above_scope(record);
        settled_already(record);
        other(record);
      }
    }
    if (year_choice_would_pay_more(year_)) {
      add("identity.year_choice_would_pay_more", true,
          tell(
              "每次就医都按当次补得最多的身份计算。换一种搭配全年合计会更多，但政策没有规定可以这样选，请向医"
              "保经办机构问清楚。",
              "Each visit uses the identity that pays most at that visit. Another choice would pay more over "
              "the year, but the text knows no such choice. Ask the medical-security office."));
    }
    statements(false);
    for (const Part& part : year_.parts) {
      part_ = &part;
      corrections();
    }
    add("estimate.only", false,
        tell("这是按公开的政策文件算出的估计，实际以医保经办机构的结算为准。",
             "This is an estimate from the published policy; the medical-security office's settlement "
             "decides."));
  }

 private:
  [[nodiscard]] const Settled& settled() const { return part_->settled; }

  Notice& add(std::string_view code, bool attention, const Words& message) {
    Notice& notice = notices_.emplace_back();
    notice.part = part_;
    notice.code = code;
    notice.attention = attention;
    notice.message = message;
    return notice;
  }

  Notice& add_at(const VisitRecord& record, std::string_view code, bool attention, std::string_view where,
                 const Words& message) {
    Notice& notice = add(code, attention, message);
    notice.visit = settled().input(record).order;
    notice.at = settled().at(record, where);
    return notice;
  }

  void identities() {
    const Part* refused_by = nullptr;
    for (const IdentityStory& story : year_.identities) {
      const sent::Identity& identity = settled().sent.identities[story.identity];
      const Word* word = category_named(identity.category);
      if (!story.assisted) {
        Notice& notice = add(
            "identity.not_assisted", true,
            tell("“{0}”不在这里的救助对象范围内，没有按它计算。",
                 "\"{0}\" is not among the people whom these rules assist, so nothing was counted for it.",
                 {{word->zh, word->en}}));
        notice.at = keep("/person/identities/" + digits_of(story.identity));
      }
      if (story.refused_by != nullptr) refused_by = story.refused_by;
    }
    if (refused_by == nullptr) return;
    part_ = refused_by;
    const model::Pack& pack = settled().plan.pack;
    add("identity.not_counted", true, pack.identity_otherwise).cite = &pack.identity_cite;
  }

  void total_left_out(const VisitRecord& record) {
    if (settled().visit(record).amount(Field::kTotal).exact()) return;
    add_at(record, "sheet.total_left_out", true, "/sheet/total",
           tell("没有填医疗费总额，范围外没有填的费用不在结果里。",
                "The total was left out: costs out of scope that were not stated are not in the result."));
  }

  void adds_up(const VisitRecord& record) {
    const sent::Visit& visit = settled().visit(record);
    const SheetSum sum = sum_of_sheet(visit);
    if (sum.adds_up.value_or(true)) return;
    add_at(record, "sheet.does_not_add_up", true, "/sheet",
           tell("这张账单对不上：医疗费总额是{0}元，各部分加起来是{1}元。请核对抄写，或请医院解释。",
                "This sheet does not add up: the total is {0} yuan, its parts come to {1} yuan. Check what "
                "was copied, or ask the hospital.",
                {format_yuan(visit.amount(Field::kTotal).least), format_yuan(sum.parts)}));
  }

  void paid_above_scope(const VisitRecord& record) {
    Fen paid = 0;
    Arithmetic arithmetic;
    const List<LayerPlan>& layers = settled().plan.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const bool stated = layers[i].sheet && (!layers[i].has_rules || record.layers[i].stated);
      if (stated && layers[i].in_scope) paid = arithmetic.add(paid, record.paid[i]);
    }
    if (paid <= record.scope) return;
    add_at(record, "sheet.paid_above_scope", true, "/sheet",
           tell("账单上各项保险一共付了{0}元，超过政策范围内的{1}元。请核对抄写，或请医院解释。",
                "The sheet's insurances paid {0} yuan, more than the {1} yuan in scope. Check what was "
                "copied, or ask the hospital.",
                {format_yuan(paid), format_yuan(record.scope)}));
  }

  void settled_already(const VisitRecord& record) {
    const sent::Amount& stated = settled().visit(record).amount(Field::kAssistance);
    if (!stated.exact() || stated.least == 0) return;
    const auto& layers = settled().plan.pack.layers;
    const auto found = std::find_if(layers.begin(), layers.end(), [](const model::Layer& layer) {
      return layer.id == field_word(Field::kAssistance).word.id;
    });
    if (found == layers.end()) return;
    const Fen computed = record.paid[static_cast<std::size_t>(found - layers.begin())];
    if (computed == stated.least) {
      add_at(record, "sheet.assistance_same", false, "/sheet/assistance",
             tell("账单上已结医疗救助{0}元，与按规则算的一样。",
                  "The sheet's medical assistance of {0} yuan is what the rules give.",
                  {format_yuan(computed)}));
      return;
    }
    add_at(
        record, "sheet.assistance_differs", true, "/sheet/assistance",
        tell("账单上已结医疗救助{0}元，按规则算是{1}元，两者不同。可以带上账单向医保经办机构核对。",
             "The sheet has medical assistance of {0} yuan; the rules give {1} yuan. Take the sheet to the "
             "medical-security office and ask.",
             {format_yuan(stated.least), format_yuan(computed)}));
  }

  void other(const VisitRecord& record) {
    const sent::Amount& stated = settled().visit(record).amount(Field::kOther);
    if (!stated.exact() || stated.least == 0) return;
    add_at(record, "sheet.other_may_hold_top_up", true, "/sheet/other",
           tell("账单上“其他基金”付了{0}元，其中可能已包含倾斜救助。请问清楚，避免重复计算。",
                "\"Other funds\" paid {0} yuan on the sheet; top-up assistance may already be in it. Ask, so "
                "that it is not counted twice.",
                {format_yuan(stated.least)}));
  }

  // What was wrong with earlier versions of the packs used.
  void corrections() {
    for (const model::Remark& correction : settled().plan.pack.corrects) {
      add("pack.corrected", false,
          tell("这里的规则第{0}版有误，{1}已改正：{2}",
               "Version {0} of these rules was wrong and was corrected on {1}: {2}",
               {correction.version, format_day(*correction.on), correction.words}));
    }
  }

  void statements(bool first) {
    for (const Part& part : year_.parts) {
      part_ = &part;
      for (std::size_t i = 0; i < settled().plan.notices.size(); ++i) {
        if (settled().plan.pack.notices[i].first == first) statement(i);
      }
    }
  }

  // A notice of the rules is given once, at the first visit for which it holds.
  void statement(std::size_t index) {
    const std::string_view id = settled().plan.pack.notices[index].id;
    for (const Notice& told : notices_) {
      if (told.code == id) return;
    }
    const Decision& decision = settled().plan.notices[index];
    const model::Statement& words = settled().plan.pack.notices[index];
    if (decision.axes.empty() && part_->explanation.records.empty()) {
      add(words.id, words.first, words.text).cite = &words.cite;
      return;
    }
    for (const VisitRecord& record : part_->explanation.records) {
      if (decision.at(record.codes) != 0) continue;
      const bool of_visit =
          std::any_of(decision.axes.begin(), decision.axes.end(),
                      [&](const Decision::Axis& axis) { return settled().plan.facts[axis.fact].of_visit; });
      Notice& notice = of_visit ? add_at(record, words.id, words.first, "", words.text)
                                : add(words.id, words.first, words.text);
      notice.cite = &words.cite;
      return;
    }
  }

  Year& year_;
  const Part* part_;
  List<Notice>& notices_;
};

}  // namespace

SheetSum sum_of_sheet(const sent::Visit& visit) {
  SheetSum sum;
  bool complete = true;
  Arithmetic arithmetic;
  for (const Field field : kSheetParts) {
    const sent::Amount& amount = visit.amount(field);
    sum.parts = arithmetic.add(sum.parts, amount.exact() ? amount.least : 0);
    complete = complete && amount.exact();
  }
  const Fen total = visit.amount(Field::kTotal).least;
  if (!visit.amount(Field::kTotal).exact()) return sum;
  // With a part left out the rest may still be what is missing; more than the total is wrong in any case.
  if (complete || sum.parts >= total) sum.adds_up = sum.parts == total;
  return sum;
}

void find_notices(Year& year) { Finder(year).run(); }

}  // namespace aidcheck

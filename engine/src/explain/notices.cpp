#include <algorithm>

#include "explain/fit/fit.h"

namespace aidcheck {
namespace {

/// All notices in their order.
class Finder {
 public:
  explicit Finder(Year& year) : year_(year), part_(&year.parts.back()), notices_(year) {}

  void run() {
    statements(true);
    identities();
    find_misfits_of_person(notices_, year_);
    find_misfits_of_dates(notices_, year_);
    visits();
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
  // So that any year is answered at once; that of somebody with a dozen visits is far below.
  static constexpr std::size_t kMostSettledAgain = 8192;

  [[nodiscard]] const Settled& settled() const { return part_->settled; }

  Notice& add(std::string_view code, bool attention, const Words& message) {
    return notices_.add(*part_, code, attention, message);
  }

  void visits() {
    std::size_t allowance = kMostSettledAgain;
    // Readings were compared since: each part starts again from where the one before it ended.
    List<YearTotals> totals;
    if (year_.exact && year_.parts.size() > 1) settle_year(year_, nullptr, nullptr, totals);
    for (const Part& part : year_.parts) {
      part_ = &part;
      Replay replay(part, allowance);
      for (std::size_t i = 0; i < part.explanation.records.size(); ++i) {
        const VisitRecord& record = part.explanation.records[i];
        total_left_out(record);
        find_misfits_of_sheet(notices_, part, record);
        // What is not known is held against nothing.
        if (year_.exact) {
          find_misfits_of_base(notices_, part, record);
          find_misfits_of_payers(notices_, replay, i);
        }
        other(record);
      }
    }
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
        notice.at = keep(sent::identity_at(story.identity));
      }
      if (story.refused_by != nullptr) refused_by = story.refused_by;
    }
    if (refused_by == nullptr) return;
    const model::Pack& pack = refused_by->settled.plan.pack;
    notices_.add(*refused_by, "identity.not_counted", true, pack.identity_otherwise).cite =
        &pack.identity_cite;
  }

  void total_left_out(const VisitRecord& record) {
    if (!year_.exact || settled().visit(record).amount(Field::kTotal).exact()) return;
    notices_.add_at(
        *part_, record, "sheet.total_left_out", true, "/sheet/total",
        tell("没有填医疗费总额，范围外没有填的费用不在结果里。",
             "The total was left out: costs out of scope that were not stated are not in the result."));
  }

  void other(const VisitRecord& record) {
    const sent::Amount& stated = settled().visit(record).amount(Field::kOther);
    if (!stated.exact() || stated.least == 0) return;
    notices_.add_at(
        *part_, record, "sheet.other_may_hold_top_up", true, "/sheet/other",
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
    for (const Notice& told : year_.notices) {
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
      Notice& notice = of_visit ? notices_.add_at(*part_, record, words.id, words.first, "", words.text)
                                : add(words.id, words.first, words.text);
      notice.cite = &words.cite;
      return;
    }
  }

  Year& year_;
  const Part* part_;
  Notices notices_;
};

}  // namespace

void find_notices(Year& year) { Finder(year).run(); }

}  // namespace aidcheck

#include "bounds/explore.h"
#include "encode/figure.h"

namespace aidcheck {
namespace {

// The paper that shows what a fact or an amount is.
Words shown_by(const Year& year, const Unknown& unknown) {
  const Plan& plan = plan_of(year, unknown);
  switch (unknown.what) {
    case Unknown::What::kFact:
      return plan.facts[unknown.which].shown_by;
    case Unknown::What::kAmount:
      if (unknown.which == static_cast<std::size_t>(Field::kTotal))
        return {"医院收费票据", "the hospital's receipt"};
      return kSheetWords;
    case Unknown::What::kSheet:
      return {};
    case Unknown::What::kIdentity:
      return {"民政等部门的认定证明", "the office's certificate"};
    case Unknown::What::kBefore:
      return {"本年以前的结算单", "the year's earlier settlement sheets"};
  }
  return {};
}

Words sentence(const Hull& now, Fen left, const Words& label, const Words& paper) {
  const Text before =
      paper.empty() ? say("“{0}”", "\"{0}\"", {label}) : say("{0}上的“{1}”", "\"{1}\" ({0})", {paper, label});
  const Text range =
      now.most >= kLargestAmount
          ? say("现在只知道至少{0}元", "now at least {0} yuan", {format_yuan(now.least)})
          : say("现在是{0}至{1}元", "now {0} to {1} yuan", {format_yuan(now.least), format_yuan(now.most)});
  if (left == 0)
    return tell("{0}：{1}，知道后就是一个准数", "{0}: {1}; exact once you know it", {before, range});
  return tell("{0}：{1}，知道后最多相差{2}元", "{0}: {1}; at most {2} yuan wide once you know it",
              {before, range, format_yuan(left)});
}

}  // namespace

void encode_questions(const Year& year, json::Writer& writer) {
  Arithmetic arithmetic;
  Hull now = 0;
  for (const Part& part : year.parts)
    now = sum(now, part.explanation.figures.totals.personal.total, arithmetic);
  writer.open_array("ask");
  for (const Question& each : year.ask) {
    encode_place(year, each.unknown, writer);
    if (each.unknown.what == Unknown::What::kFact) {
      const Words& question = plan_of(year, each.unknown).facts[each.unknown.which].question;
      if (!question.empty()) writer.text("question", question);
    }
    const Words paper = shown_by(year, each.unknown);
    writer.key("now");
    encode_figure(now, writer);
    writer.yuan("left", each.left);
    if (!paper.empty()) writer.text("shown_by", paper);
    writer.text("text", sentence(now, each.left, label_of(year, each.unknown), paper)).close_object();
  }
  writer.close_array();
}

}  // namespace aidcheck

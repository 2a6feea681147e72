#include "encode/told.h"

#include <limits>

#include "encode/figure.h"

namespace aidcheck {
namespace {

class ToldWriter {
 public:
  ToldWriter(const Year& year, json::Writer& writer, Sources& sources)
      : year_(year), writer_(writer), sources_(sources) {}

  void write() {
    writer_.open_array("identities");
    for (const IdentityStory& story : year_.identities) identity(story);
    writer_.close_array().open_array("entitlements");
    for (const Entitlement& due : year_.entitlements) entitlement(due);
    writer_.close_array().open_array("notices");
    for (const Notice& each : year_.notices) notice(each);
    writer_.close_array();
  }

 private:
  void identity(const IdentityStory& story) {
    const Settled& settled = story.part->settled;
    const Plan& plan = settled.plan;
    const sent::Identity& identity = settled.sent.identities[story.identity];
    const Word& word = *category_named(identity.category);
    writer_.open_object().string("category", identity.category).text("label", Words{word.zh, word.en});
    writer_.boolean("assisted", story.assisted);
    encode_yes_no("counts", story.counts, writer_);
    if (identity.from) writer_.string("from", format_day(*identity.from));
    if (identity.until) writer_.string("until", format_day(*identity.until));
    const Holding held = holding_of(identity, kNoCategory, plan.pack);
    if (held.until != std::numeric_limits<std::int32_t>::max())
      writer_.string("holds_until", format_day(Day(std::chrono::days(held.until))));
    encode_visit_ids("visits", settled, story.holds, writer_);
    encode_visit_ids("used_at", settled, story.used, writer_);
    if (!story.maybe_used.empty()) encode_visit_ids("maybe_used_at", settled, story.maybe_used, writer_);
    if (story.assisted) {
      const std::uint8_t code = plan.facts[kCategoryFact].code_of(identity.category);
      const model::Category& category = plan.pack.categories[code - kNoCategory - 1U];
      writer_.text("recognised_by", category.recognised_by);
      if (!category.note.empty()) writer_.text("note", category.note);
      sources_.cite(category.cite);
    }
    writer_.close_object();
  }

  void entitlement(const Entitlement& due) {
    const Plan& plan = due.part->settled.plan;
    const model::Statement& words = plan.pack.entitlements[due.statement];
    writer_.open_object().string("id", words.id);
    encode_category("category", due.category, plan, writer_);
    if (due.if_recognised) encode_category("if", due.category, plan, writer_);
    writer_.text("label", words.label).text("text", words.text);
    sources_.cite(words.cite);
    writer_.close_object();
  }

  void notice(const Notice& notice) {
    const Settled& settled = notice.part->settled;
    writer_.open_object()
        .string("code", notice.code)
        .string("level", notice.attention ? "attention" : "info");
    if (!notice.at.empty()) writer_.string("at", notice.at);
    if (notice.visit) writer_.string("visit", settled.sent.visits[*notice.visit].id);
    writer_.text("message", notice.message);
    if (!notice.check.empty()) writer_.text("check", notice.check).text("report", notice.report);
    for (const Parting& each : notice.differs) parting(settled.plan.pack.layers[each.layer].id, each);
    sources_.cite(notice.cite);
    writer_.close_object();
  }

  void parting(std::string_view layer, const Parting& parting) {
    writer_.open_object("differs_at").string("layer", layer).string("op", parting.ours.op);
    writer_.boolean("explained", parting.explained).key("ours");
    encode_step(layer, parting.ours, writer_, sources_);
    if (parting.explained) {
      writer_.key("theirs");
      encode_step(layer, parting.theirs, writer_, sources_);
    }
    writer_.text("message", parting.message).close_object();
  }

  const Year& year_;
  json::Writer& writer_;
  Sources& sources_;
};

}  // namespace

void encode_told(const Year& year, json::Writer& writer, Sources& sources) {
  ToldWriter(year, writer, sources).write();
}

void encode_visit_ids(std::string_view key, const Settled& settled, const List<std::size_t>& visits,
                      json::Writer& writer) {
  writer.open_array(key);
  for (const std::size_t visit : visits) writer.string(settled.sent.visits[visit].id);
  writer.close_array();
}

}  // namespace aidcheck

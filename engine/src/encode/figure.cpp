#include "encode/figure.h"

namespace aidcheck {
namespace {

void range(const Hull& figure, std::int64_t unit, json::Writer& writer) {
  if (figure.exact()) {
    writer.yuan(figure.least * unit);
    return;
  }
  writer.open_object().yuan("min", figure.least * unit).yuan("max", figure.most * unit);
  if (!figure.tight()) writer.boolean("tight", false);
  writer.close_object();
}

}  // namespace

void encode_figure(const Hull& figure, json::Writer& writer) { range(figure, 1, writer); }

void encode_figure(std::string_view key, const Hull& figure, json::Writer& writer) {
  writer.key(key);
  encode_figure(figure, writer);
}

void encode_yes_no(std::string_view key, const std::optional<bool>& value, json::Writer& writer) {
  writer.key(key);
  if (value) {
    writer.boolean(*value);
  } else {
    writer.null();
  }
}

void encode_category(std::uint8_t code, const Plan& plan, json::Writer& writer) {
  if (code == kNoCategory) {
    writer.null();
  } else {
    writer.string(plan.facts[kCategoryFact].choices[code - 1U].id);
  }
}

void encode_category(std::string_view key, std::uint8_t code, const Plan& plan, json::Writer& writer) {
  writer.key(key);
  encode_category(code, plan, writer);
}

void encode_count(const Hull& count, json::Writer& writer) { range(count, 100, writer); }

void encode_answer(const FactPlan& fact, const model::Choice& choice, json::Writer& writer) {
  if (fact.type == model::FactType::kYesNo) {
    writer.boolean(choice.id == "true");
  } else {
    writer.string(choice.id);
  }
}

}  // namespace aidcheck

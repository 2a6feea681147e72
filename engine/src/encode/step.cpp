#include "encode/figure.h"
#include "encode/told.h"

namespace aidcheck {

void encode_step(std::string_view layer, const Step& step, json::Writer& writer, Sources& sources) {
  const auto text = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) writer.string(key, value);
  };
  const auto figure = [&](std::string_view key, const std::optional<Hull>& amount) {
    if (amount) encode_figure(key, *amount, writer);
  };
  writer.open_object().string("layer", layer).string("op", step.op).text("label", step.label);
  text("field", step.field);
  text("at", step.at);
  text("pool", step.pool);
  text("parameter", step.parameter);
  if (!step.band.empty()) writer.text("band", step.band);
  figure("amount", step.amount);
  figure("limit", step.limit);
  figure("left_before", step.left_before);
  figure("left_after", step.left_after);
  figure("so_far", step.so_far);
  text("from", step.from);
  text("reason", step.reason);
  if (step.sometimes) writer.boolean("sometimes", true);
  sources.cite(step.cite);
  writer.close_object();
}

}  // namespace aidcheck

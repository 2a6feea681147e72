#include "encode/sources.h"

#include <algorithm>

#include "explain/fit/fit.h"

namespace aidcheck {

void Sources::cite(const model::Citations& citations) {
  writer_.open_array("cite");
  for (const model::Citation& citation : citations) {
    cited_.push_back(&citation);
    writer_.open_object()
        .string("source", citation.source)
        .string("article", citation.article)
        .close_object();
  }
  writer_.close_array();
}

void Sources::cite(const model::Citations* citations) {
  static const model::Citations kNone;
  cite(citations == nullptr ? kNone : *citations);
}

bool Sources::cites(const model::Source& source, const model::Article& article) const {
  return std::any_of(cited_.begin(), cited_.end(), [&](const model::Citation* cite) {
    return cite->source == source.id && cite->article == article.id;
  });
}

namespace {

const model::Source* same_document(const Plan& version, const model::Source& source) {
  for (const model::Source& each : version.pack.sources) {
    if (each.id == source.id && each.number == source.number) return &each;
  }
  return nullptr;
}

// Whether the versions from the first up to the last have the article in that document.
bool have(const std::vector<const Plan*>& versions, std::size_t first, std::size_t last,
          const model::Source& source, std::string_view article) {
  for (; first < last; ++first) {
    const model::Source* same = same_document(*versions[first], source);
    if (same == nullptr) continue;
    for (const model::Article& each : same->articles) {
      if (each.id == article) return true;
    }
  }
  return false;
}

}  // namespace

void Sources::head(const model::Source& source) {
  writer_.open_object().string("id", source.id).string("number", source.number).text("title", source.title);
  writer_.text("issuer", source.issuer).string("issued", source.issued).string("trust", source.trust);
  writer_.open_array("articles");
}

void Sources::written(const model::Article& article) {
  writer_.open_object()
      .string("id", article.id)
      .text("label", article.label)
      .text("text", article.text)
      .close_object();
}

void Sources::list(const std::vector<const Plan*>& versions, std::size_t first, const model::Source& source,
                   bool all) {
  bool open = false;
  for (std::size_t i = first; i < versions.size(); ++i) {
    const model::Source* same = same_document(*versions[i], source);
    if (same == nullptr) continue;
    for (const model::Article& article : same->articles) {
      if (!(all || cites(source, article)) || have(versions, first, i, source, article.id)) continue;
      if (!open) head(source);
      open = true;
      written(article);
    }
  }
  if (open) writer_.close_array().close_object();
}

void Sources::list(const std::vector<const Plan*>& versions, bool all) {
  writer_.open_array("sources");
  for (std::size_t i = 0; i < versions.size(); ++i) {
    for (const model::Source& source : versions[i]->pack.sources) {
      std::size_t first = 0;
      while (same_document(*versions[first], source) == nullptr) ++first;
      if (first == i) list(versions, i, source, all);
    }
  }
  opinion();
  writer_.close_array();
}

// What the engine itself cites.
void Sources::opinion() {
  const bool cited = std::any_of(cited_.begin(), cited_.end(),
                                 [](const model::Citation* cite) { return cite->source == kOpinion; });
  if (!cited) return;
  model::Source made;
  supervision_opinion(made);
  head(made);
  written(made.articles.front());
  writer_.close_array().close_object();
}

}  // namespace aidcheck

#include "within/judge.h"

#include <algorithm>
#include <utility>

namespace aidcheck::within {
namespace {

const Text kLeftToThePlace{"框架没有定数，由当地定。",
                           "The frame gives no figure and leaves it to the place."};

WithinLine line_of(std::string_view figure, const FigureShown& local) {
  WithinLine line;
  line.figure = figure;
  line.local = local;
  return line;
}

void decide(WithinLine& line, Verdict verdict, Text why = {}) {
  line.verdict = verdict;
  line.why = std::move(why);
}

void add_shown(FigureShown& all, const FigureShown& shown) {
  if (all.value.zh.find(shown.value.zh) == std::string::npos) {
    all.value.zh += (all.value.zh.empty() ? "" : "；") + shown.value.zh;
    all.value.en += (all.value.en.empty() ? "" : "; ") + shown.value.en;
  }
  for (const model::Citation& cite : shown.cites) {
    const bool there = std::any_of(all.cites.begin(), all.cites.end(), [&](const model::Citation& each) {
      return each.source == cite.source && each.article == cite.article;
    });
    if (!there) all.cites.push_back(cite);
  }
}

bool is_open(const Measure& measure) { return measure.span && measure.span->free; }

// A figure that is left to the place says nothing where another reading gives one, nor does none at all.
std::vector<Measure> telling(const std::vector<Measure>& measures) {
  for (const bool open : {false, true}) {
    std::vector<Measure> told;
    for (const Measure& each : measures) {
      if (each.span && each.span->free == open) told.push_back(each);
    }
    if (!told.empty()) return told;
  }
  return measures;
}

// From the lowest.
FigureShown shown_of(const std::vector<Measure>& measures) {
  std::vector<Measure> told = telling(measures);
  std::stable_sort(told.begin(), told.end(), [](const Measure& a, const Measure& b) {
    if (!a.span || !b.span) return false;
    return is_zero(*a.span) != is_zero(*b.span) ? is_zero(*a.span) : smaller(a.span->most, b.span->most);
  });
  FigureShown shown;
  for (const Measure& each : told) add_shown(shown, each.shown);
  return shown;
}

Span as_share(const Span& span) { return span.amount ? Span{{0, 1}, {0, 1}} : span; }

// Both as shares, where they are, or as amounts; nothing where an income is needed for that.
std::optional<std::pair<Span, Span>> alike(const Span& a, const Span& b, std::optional<Fen> income) {
  const auto may_be_share = [](const Span& span) { return !span.amount || is_zero(span); };
  if (may_be_share(a) && may_be_share(b)) return std::pair{as_share(a), as_share(b)};
  const auto first = in_amounts(a, income);
  const auto second = in_amounts(b, income);
  if (!first || !second) return std::nullopt;
  return std::pair{*first, *second};
}

bool includes(const std::set<std::string, std::less<>>& all, const std::set<std::string, std::less<>>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

Verdict compare_bases(const BaseTold& local, const BaseTold& frame) {
  if (!local.plain || !frame.plain) return Verdict::kNotComparable;
  const bool more = includes(local.fields, frame.fields);
  const bool fewer = includes(frame.fields, local.fields);
  const bool takes_more = includes(local.payers, frame.payers);
  const bool takes_fewer = includes(frame.payers, local.payers);
  if (more && fewer && takes_more && takes_fewer) return Verdict::kInside;
  if (more && takes_fewer) return Verdict::kMoreGenerous;
  return fewer && takes_more ? Verdict::kLessGenerous : Verdict::kNotComparable;
}

}  // namespace

Judgement::Judgement(const Layer& layer, const Layer& frame_layer, const Codes& codes, const Ways& ways,
                     std::optional<Fen> income)
    : layer_(layer),
      frame_layer_(frame_layer),
      codes_(codes),
      first_(ways.front().codes),
      income_(income),
      local_pays_(layer.standing(codes).pays) {
  for (const Way& way : ways) {
    const Standing says = frame_layer.standing(way.codes);
    if (says.considered) considered_.push_back(way);
    if (says.pays) paying_.push_back(way);
  }
  frame_pays_ = !paying_.empty() && paying_.front().departs == considered_.front().departs;
  if (!considered_.empty()) first_ = considered_.front().codes;
}

WithinLine Judgement::standing(bool elsewhere) const {
  WithinLine line = line_of("applies", layer_.standing(codes_).shown);
  const bool always = !paying_.empty() && paying_.size() == considered_.size();
  const bool shows_paying = frame_pays_ && (local_pays_ || always);
  line.frame = frame_layer_.standing(shows_paying ? paying_.front().codes : first_).shown;
  if (local_pays_) {
    decide(line, frame_pays_ ? Verdict::kInside : Verdict::kMoreGenerous);
  } else if (!always) {
    decide(line, Verdict::kInside);
  } else if (elsewhere) {
    decide(line, Verdict::kNotComparable,
           {"这里付不付，看的是框架没有写的情况。",
            "Whether it pays here hangs on what the frame does not know."});
  } else {
    decide(line, Verdict::kLessGenerous);
  }
  return line;
}

std::vector<Measure> Judgement::of_frame(Measure (Layer::*figure)(const Codes&) const) const {
  std::vector<Measure> measures;
  for (const Way& way : paying_) measures.push_back((frame_layer_.*figure)(way.codes));
  return measures;
}

std::optional<Span> Judgement::frame_span(const std::vector<Measure>& measures) const {
  std::optional<Span> all;
  for (const Measure& each : telling(measures)) {
    if (!each.span || each.span->free) return std::nullopt;
    if (!all) {
      all = each.span;
      continue;
    }
    const auto both_alike = alike(*all, *each.span, income_);
    if (!both_alike) return std::nullopt;
    all = both(both_alike->first, both_alike->second);
  }
  return all;
}

WithinLine Judgement::base() const {
  const BaseTold local = layer_.base(codes_);
  WithinLine line = line_of("base", local.shown);
  std::optional<Verdict> first;
  for (const Way& way : paying_) {
    const BaseTold frame = frame_layer_.base(way.codes);
    const Verdict verdict = compare_bases(local, frame);
    if (!first || verdict == Verdict::kInside) {
      first = verdict;
      line.frame = frame.shown;
    }
    if (verdict == Verdict::kInside) break;
  }
  decide(line, *first,
         *first == Verdict::kNotComparable
             ? Text{"计算的费用拼法不同，不能逐项比。",
                    "The cost is made up otherwise and cannot be held side by side."}
             : Text{});
  return line;
}

WithinLine Judgement::rate(const std::optional<Measure>& above) const {
  const Measure local = layer_.rate(codes_);
  const std::vector<Measure> measures = of_frame(&Layer::rate);
  WithinLine line = line_of("rate", local.shown);
  line.frame = shown_of(measures);
  const auto frame = frame_span(measures);
  if (!local.span) {
    decide(line, Verdict::kNotComparable, local.why);
  } else if (frame) {
    decide(line, lies(*local.span, *frame, true));
  } else if (!std::any_of(measures.begin(), measures.end(), is_open)) {
    decide(line, Verdict::kNotComparable, measures.front().why);
  } else if (!above) {
    decide(line, Verdict::kInside, kLeftToThePlace);
  } else {
    decide(line, smaller(local.span->most, above->span->least) ? Verdict::kInside : Verdict::kMoreGenerous,
           say("框架对这一类没有定数，原则上比有下限的各类略低；那些在这里最低是{0}。",
               "The frame gives no figure for this category; in principle it is somewhat below those with a "
               "floor, which "
               "get {0} here at least.",
               {above->shown.value}));
  }
  return line;
}

WithinLine Judgement::deductible() const {
  const Measure local = layer_.deductible(codes_);
  const std::vector<Measure> measures = of_frame(&Layer::deductible);
  WithinLine line = line_of("deductible", local.shown);
  line.frame = shown_of(measures);
  if (!local.span) {
    decide(line, Verdict::kNotComparable, local.why);
    return line;
  }
  if (std::all_of(measures.begin(), measures.end(), is_open)) {
    decide(line, Verdict::kInside, kLeftToThePlace);
    return line;
  }
  const auto frame = frame_span(measures);
  const auto both_alike = frame ? alike(*local.span, *frame, income_) : std::nullopt;
  if (!both_alike || local.span->free) {
    decide(line, Verdict::kNotComparable,
           {"一边是金额，一边是收入的一部分；用 --income 给出上年人均可支配收入就能比。",
            "One is an amount, the other a share of an income: state last year's income per head with "
            "--income."});
    return line;
  }
  const Verdict verdict = lies(both_alike->first, both_alike->second, false);
  if (local.each_visit && !is_zero(*local.span) && verdict != Verdict::kLessGenerous) {
    decide(line, Verdict::kNotComparable,
           {"本地每次就医都有起付标准，框架按全年算；住几次院就有几份。",
            "The place takes it at each visit, the frame over the year: it hangs on how many visits there "
            "are."});
    return line;
  }
  decide(line, verdict);
  return line;
}

WithinLine Judgement::limit() const {
  const Measure local = layer_.limit(codes_);
  const std::vector<Measure> measures = of_frame(&Layer::limit);
  WithinLine line = line_of("limit", local.shown);
  line.frame = shown_of(measures);
  const auto frame = frame_span(measures);
  const bool limits = std::any_of(measures.begin(), measures.end(),
                                  [](const Measure& each) { return each.span.has_value(); });
  if (!local.span) {
    decide(line, limits ? Verdict::kMoreGenerous : Verdict::kInside);
  } else if (!frame && std::any_of(measures.begin(), measures.end(), is_open)) {
    decide(line, Verdict::kInside, kLeftToThePlace);
  } else if (!limits) {
    decide(line, Verdict::kNotComparable,
           {"框架没有说这里有没有限额。", "The frame does not say whether there is a limit here."});
  } else if (const auto both_alike = frame ? alike(*local.span, *frame, income_) : std::nullopt) {
    decide(line, lies(both_alike->first, both_alike->second, true));
  } else {
    decide(line, Verdict::kNotComparable,
           {"一边是金额，一边是收入的一部分；用 --income 给出上年人均可支配收入就能比。",
            "One is an amount, the other a share of an income: state last year's income per head with "
            "--income."});
  }
  return line;
}

WithinLine most_lenient(const std::vector<WithinLine>& lines) {
  const auto inside = std::find_if(lines.begin(), lines.end(),
                                   [](const WithinLine& line) { return line.verdict == Verdict::kInside; });
  if (inside != lines.end()) return *inside;
  WithinLine line = lines.front();
  const bool same = std::all_of(lines.begin(), lines.end(),
                                [&](const WithinLine& each) { return each.verdict == line.verdict; });
  if (!same) {
    decide(line, Verdict::kNotComparable,
           {"要看框架另外问的情况。", "It hangs on what the frame asks besides."});
  }
  return line;
}

std::optional<WithinLine> shared_limit(const Layer& layer, const Codes& one, const Codes& other) {
  const std::uint32_t first = layer.pools(one);
  const std::uint32_t second = layer.pools(other);
  if (first == 0 || second == 0) return std::nullopt;
  FigureShown shown = layer.limit(one).shown;
  add_shown(shown, layer.limit(other).shown);
  WithinLine line = line_of("shared_limit", shown);
  line.frame.value = {"共用一个限额", "one limit for both"};
  if ((first & second) != 0) return line;
  decide(line, Verdict::kNotComparable,
         {"两类就医各有限额：一类用得多时不如共用，两类都用得多时好过共用。",
          "Each kind has a limit of its own: worse than a shared one for much of one kind, better for much "
          "of both."});
  return line;
}

}  // namespace aidcheck::within

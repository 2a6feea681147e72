#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "pack/figure.h"
#include "planted.h"
#include "property.h"
#include "support/json_text.h"

namespace aidcheck::test {
namespace {

// The figure of a step, as printed.
Figure parameter(const json::Value& step) {
  Figure figure;
  RC_ASSERT(read_figure(step.find("parameter")->text, figure));
  return figure;
}

Fen share(const Figure& rate, Fen amount) {
  return (amount * rate.rate.numerator * 2 + rate.rate.denominator) / (rate.rate.denominator * 2);
}

// Replays the steps of a layer like a clerk with a pencil, from the figures as they are printed.
class Clerk {
 public:
  void follow(const json::Value& step) {
    const std::string& op = step.find("op")->text;
    const auto stated = [&](const char* name) { return fen(*step.find(name)); };
    if (op == "take") {
      figure_ += stated("amount");
    } else if (op == "less") {
      figure_ = std::max<Fen>(0, figure_ - stated("amount"));
    } else if (op == "year_before") {
      before_ = stated("amount");
      RC_ASSERT(stated("so_far") == before_);
      return;
    } else if (op == "year_now") {
      figure_ += before_;
    } else if (op == "deductible") {
      deductible_ = parameter(step).amount;
      RC_ASSERT(stated("amount") == std::min(figure_, deductible_));
      figure_ = std::max<Fen>(0, figure_ - deductible_);
    } else if (op == "rate") {
      rate_ = parameter(step);
      figure_ = share(rate_, figure_);
    } else if (op == "paid_before") {
      const Fen paid = share(rate_, std::max<Fen>(0, before_ - deductible_));
      RC_ASSERT(stated("amount") == paid);
      figure_ -= paid;
    } else if (op == "cap") {
      RC_ASSERT(parameter(step).amount == stated("limit"));
      RC_ASSERT(stated("amount") == std::max<Fen>(0, figure_ - stated("left_before")));
      figure_ = std::min(figure_, stated("left_before"));
    } else if (op == "pays") {
      RC_ASSERT(stated("amount") == figure_);
      return;
    }
    if (step.find("so_far") != nullptr) RC_ASSERT(stated("so_far") == figure_);
  }

 private:
  Fen figure_ = 0;
  Fen before_ = 0;
  Fen deductible_ = 0;
  Figure rate_;
};

void the_steps_give_the_payment(const Estimator& estimator) {
  const Settled settled = estimator(*any_year());
  for (const json::Value& visit : settled.root.find("visits")->items) {
    for (const std::string layer : {"assistance", "top_up"}) {
      Clerk clerk;
      const json::Value* last = nullptr;
      for (const json::Value& step : visit.find("steps")->items) {
        if (step.find("layer")->text != layer) continue;
        clerk.follow(step);
        last = &step;
      }
      RC_ASSERT(last != nullptr);
      const Fen paid = settled.visit(visit.find("id")->text).by(layer);
      const std::string& op = last->find("op")->text;
      RC_ASSERT(op == "pays" || op == "not_paid");
      RC_ASSERT(paid == (op == "pays" ? fen(*last->find("amount")) : 0));
    }
  }
}

TEST_CASE("the steps of every layer give what it pays") { holds(the_steps_give_the_payment); }

TEST_CASE("the steps break where a figure is not printed as it is used") {
  breaks_on(the_steps_give_the_payment, telling([](json::Value& result) {
              json::Value& visits = part_of(result, "/visits");
              for (json::Value& visit : visits.items) {
                for (json::Value& step : part_of(visit, "/steps").items) {
                  if (step.find("op")->text == "rate") part_of(step, "/parameter").text = "70%";
                }
              }
            }));
}

TEST_CASE("the steps break where a payment is a fen off") {
  breaks_on(the_steps_give_the_payment, [](const Year& year) {
    Settled settled = wuxi()(year);
    for (SettledVisit& visit : settled.visits) ++visit.paid["assistance"];
    return settled;
  });
}

// What a reading is said to give is what it gives once it is chosen.
void readings_give_what_they_say(const Estimator& estimator) {
  Year year = *any_year();
  const Settled settled = estimator(year);
  for (const json::Value& reading : settled.root.find("readings")->items) {
    for (const json::Value& choice : reading.find("choices")->items) {
      year.readings[reading.find("id")->text] = choice.find("id")->text;
      const Settled chosen = estimator(year);
      RC_ASSERT(fen(*choice.find("personal_total")) == chosen.year.personal);
      for (const json::Value& payer : choice.find("payers")->items) {
        RC_ASSERT(fen(*payer.find("amount")) == chosen.year.by(payer.find("id")->text));
      }
    }
    year.readings[reading.find("id")->text] = reading.find("chosen")->text;
  }
}

TEST_CASE("what a reading is said to give is what it gives when chosen") {
  holds(readings_give_what_they_say);
}

TEST_CASE("readings break where a choice is not heard") {
  breaks_on(readings_give_what_they_say, seeing([](Year& year) { year.readings.erase("unreferred"); }));
}

}  // namespace
}  // namespace aidcheck::test

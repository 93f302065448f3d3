import Priorities
import Testing
import Vocabulary

struct OpenRoundTests {
    @Test func `how the answer is to be worked out is part of how a round begins`() throws {
        var act = act
        act.settings = RoundResult.Settings(seed: 2_025, draws: 5_000)
        act.weighing = .pairwise
        let round = try act.decide(
            RoundBefore(round: nil, rulebook: Sample.rulebook), by: Sample.author, at: Sample.opened)
        #expect(round.settings?.seed == 2_025)
        #expect(round.settings?.draws == 5_000 && round.weighing == .pairwise)
        let again = try act.journalled.decoded(as: OpenRound.self, named: "the act")
        #expect(again == act)
    }

    let act = OpenRound(round: Sample.id, title: "Dentistry", programme: Sample.programme, benefit: .whole)

    @Test func `a round begins with nothing but what it is about`() throws {
        let round = try act.decide(
            RoundBefore(round: nil, rulebook: Sample.rulebook), by: Sample.author, at: Sample.opened)
        #expect(round.title == "Dentistry" && round.openedAt == Sample.opened && round.benefit == .whole)
        #expect(round.options.isEmpty && round.envelope == nil && round.anchorsClosedAt == nil)
    }

    @Test func `a round is not begun twice`() throws {
        #expect(code(act, on: try .sample(upTo: .opened), at: Sample.after(.opened)) == "round-exists")
    }

    @Test func `a title of blanks is none`() {
        var blank = act
        blank.title = "  "
        #expect(code(blank, on: nil, at: Sample.opened) == "title-missing")
        var nameless = act
        nameless.programme.title = ""
        #expect(code(nameless, on: nil, at: Sample.opened) == "title-missing")
    }

    @Test func `no more can be moved than is spent, and spending is not negative`() {
        var spend = act
        spend.programme.spend[0].movable = pounds(70_001)
        #expect(code(spend, on: nil, at: Sample.opened) == "spend-invalid")
        spend.programme.spend[0] = .init(title: "Rent", amount: pounds(-1), source: "Ledger")
        #expect(code(spend, on: nil, at: Sample.opened) == "spend-invalid")
    }

    @Test func `spend that sums beyond 64 bits is refused, not trapped on`() {
        var spend = act
        spend.programme.spend = [Int.max, 1].map {
            .init(title: "Line", amount: Money(pence: $0), source: "Ledger")
        }
        #expect(code(spend, on: nil, at: Sample.opened) == "amount-overflow")
    }

    @Test func `an appeals route has an address and days`() {
        var route = act
        route.appeals = AppealsRoute(address: "a@b.example", days: 0)
        #expect(code(route, on: nil, at: Sample.opened) == "appeals-window")
        route.appeals = AppealsRoute(address: " ", days: 28)
        #expect(code(route, on: nil, at: Sample.opened) == "text-missing")
    }
}

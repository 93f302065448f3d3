import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundTablesTests {
    private func limits() throws -> TrustLimits { try TrustLimits(.shipped, on: Sample.opened.day) }

    private func tables(_ round: Round, _ result: RoundResult) throws -> [Table] {
        let tables = RoundTables(round)
        return [
            tables.criteria, tables.members, tables.interests, tables.evidence, tables.advice, tables.setAside,
            tables.ballot, tables.decision, tables.options(result, try limits()), tables.ranking(result),
            tables.scores(result), tables.weights(result), tables.years(result), tables.frontier(result),
            tables.prices(result), tables.swaps(result), tables.exclusions(result),
            tables.beneficiaries(result), tables.pack(), RoundTables.packs(),
        ]
    }

    @Test(arguments: [1, 2])
    func `every table has a caption, keys of its own and money in pence`(seed: Int) throws {
        let round = DrawnRound.round(seed: seed)
        let all = try tables(round, try DrawnRound.result(round))
        #expect(Set(all.map(\.key)).count == all.count)
        for table in all {
            #expect(!table.caption.isEmpty)
            #expect(Set(table.columns.map(\.key)).count == table.columns.count)
            for row in table.rows {
                for (column, cell) in zip(table.columns, row) {
                    if case .money = cell { #expect(column.key.hasSuffix("Pence"), "\(table.key).\(column.key)") }
                }
            }
        }
    }

    @Test func `the table of options says value, cost, place and how sure`() throws {
        let round = DrawnRound.round(seed: 4)
        let result = try DrawnRound.result(round)
        let table = RoundTables(round).options(result, try limits())
        #expect(table.rows.count == round.options.count)
        for (row, option) in zip(table.rows, result.options) {
            #expect(
                row[0]
                    == .link(round.option(option.option)?.title ?? "", path: "/rounds/drawn/options/\(option.option)"))
            #expect(row[7] == .money(option.cost))
            #expect(row[9] == .count(option.rank))
            #expect(row[10] == .flag(option.isFunded))
        }
    }

    @Test func `what each year is left with is all its money less all costs`() throws {
        let round = DrawnRound.round(seed: 4)
        let result = try DrawnRound.result(round)
        for (row, year) in zip(RoundTables(round).years(result).rows, result.years) {
            #expect(row[6] == .money(year.allSources - year.recurrent - year.oneOff))
        }
    }

    @Test func `advice and pressure stand together in the order of days`() {
        var round = DrawnRound.round(seed: 1)
        round.advice = [
            Advice(
                option: slug("o0"), adviser: "Consultant", advised: "Do it", interest: "None declared",
                isFollowed: true,
                reason: "It fits", day: Sample.day(5))
        ]
        round.representations = [
            Representation(
                option: slug("o1"), from: .politician, who: "A councillor", asked: "More", day: Sample.day(2))
        ]
        let table = RoundTables(round).advice
        #expect(table.rows.map { $0[2] } == [.text("from a politician"), .text("advice")])
        #expect(table.rows[0][6] == .absent("not answered"))
        #expect(table.rows[1][6] == .text("Followed: It fits"))
    }

    @Test(arguments: 1...6)
    func `who benefits sums to the whole set, by equity group and by area`(seed: Int) throws {
        var round = DrawnRound.round(seed: seed)
        for place in round.options.indices where place % 3 > 0 {
            round.options[place].equityGroup = slug(place % 3 == 1 ? "rural" : "homeless")
        }
        let result = try DrawnRound.result(round)
        let rows = RoundTables(round).beneficiaries(result).rows
        for what in ["Equity group", "Area"] {
            let own = rows.filter { $0[0] == .text(what) }
            var (cost, fullYear, benefit, count) = (Money.zero, Money.zero, 0.0, 0)
            for row in own {
                guard case .count(let funded) = row[3], case .number(let gained, _) = row[4],
                    case .number(let lost, _) = row[5], case .money(let year) = row[6], case .money(let all) = row[7]
                else {
                    Issue.record("a row of other cells")
                    continue
                }
                #expect(gained >= 0 && lost >= 0)
                (count, benefit) = (count + funded, benefit + gained - lost)
                (fullYear, cost) = (fullYear + year, cost + all)
            }
            #expect(count == result.portfolio.options.count)
            #expect((fullYear, cost) == (result.portfolio.fullYear, result.portfolio.cost))
            #expect((benefit - result.portfolio.benefit).magnitude < 1e-6)
        }
        #expect(rows.filter { $0[0] == .text("Equity group") }.last?[1] == .absent("none named"))
    }

    @Test func `a round that says it adopted a pack and did not is shown to differ`() throws {
        var round = try Round.sample(upTo: .criteria)
        let shipped = try #require(CriteriaPack.shipped.first)
        round.pack = PackUse(pack: shipped.id, use: .adopted)
        let table = RoundTables(round).pack()
        #expect(table.rows.count { $0[3] == .text("left out") } == shipped.criteria.count)
        #expect(table.rows.count { $0[3] == .text("added") } == Sample.criteria.count)
        #expect(table.notes.contains { $0.contains("says that it adopted") })
    }
}

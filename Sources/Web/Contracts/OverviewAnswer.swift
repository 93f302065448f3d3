import Contracts
import Pages
import Store
import Tabular
import Vocabulary

/// The first page: who will miss, what it frees, what can be moved.
enum OverviewAnswer {
    static func answer(_ question: Question) throws -> Answer {
        guard let asked = question.month else { return Answer(OverviewPage()) }
        let desk = question.desk
        let positions = desk.positions(at: asked)
        let money = try? desk.movable(at: asked)
        let (headline, without) = Headline.of(question, asked: asked, commissioner: nil)
        let missing = headline == nil ? nil : PositionTables.willMiss(positions, limit: 12, question.context(asked))
        return Answer(
            OverviewPage(
                headline: headline, withoutHeadline: without, money: money.map { PictureMaking.bar($0) },
                map: money.map { PictureMaking.map($0) },
                strip: PictureMaking.strip(positions, by: desk.book.rules[asked.year]?.yearEnd), missing: missing,
                cautions: Cautions.of(positions, money: money)))
    }
}

/// The headline of a page, or why there is none.
enum Headline {
    static func of(
        _ question: Question, asked: AskedMonth, commissioner: OrganisationCode?
    ) -> (YearEndHeadline?, String) {
        let desk = question.desk
        guard let rules = desk.book.rules[asked.year]?.yearEnd, let limits = rules.limits else {
            return (
                nil,
                "\(asked.year) had rules of its own and is not judged by the usual threshold; deliveries are shown as "
                    + "they were."
            )
        }
        let sum: SpendBy
        do { sum = try desk.spendBy(at: asked) } catch { return (nil, error.sentence) }
        let line = commissioner == nil ? sum.whole : sum.commissioners.first { $0.commissioner == commissioner }
        guard let line, line.contracts > 0 else {
            return (nil, "No contract here can be forecast for \(asked.year).")
        }
        var (count, programme) = (0, Money.zero)
        for position in desk.positions(at: asked)
        where commissioner == nil || position.commissioner == commissioner {
            count += 1
            if !position.isHeldOut { programme += position.value }
        }
        return (
            YearEndHeadline(
                year: asked.year, contracts: line.contracts, expectedToMiss: line.likelyBelow,
                threshold: limits.threshold, frees: line.expected, commitBy: sum.commitBy,
                notForecast: count - line.contracts,
                programme: programme), ""
        )
    }
}

/// What a reader must know before using the figures.
enum Cautions {
    static func of(_ positions: [Position], money: MovableMoney?) -> [String] {
        var cautions: [String] = []
        let heldOut = positions.count { $0.isHeldOut }
        if heldOut > 0 {
            cautions.append(
                "\(heldOut) contract\(heldOut == 1 ? " is" : "s are") held out of totals until a person accepts what a "
                    + "rule flagged.")
        }
        return cautions + (money?.notes ?? [])
    }
}

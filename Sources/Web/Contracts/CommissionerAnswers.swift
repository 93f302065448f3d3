import Contracts
import Organisations
import Pages
import Store
import Tabular
import Vocabulary

/// Every commissioner with its position and its money.
enum CommissionersAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let asked = try question.shown()
        let day = question.query.on.flatMap { Day($0) }
        let positions = question.desk.positions(at: asked, on: day)
        let table = PositionTables.totals(TotalPositions.lines(positions), question.context(asked))
        let listed = Listed(table, question.query)
        let money = try? question.desk.movable(at: asked)
        let regions = question.desk.regions(of: positions, on: day ?? asked.month.lastDay)
        let codes = Set(positions.map(\.commissioner))
        let isAnyKnown = regions.contains { !codes.contains($0.code) }
        return Answer(
            CommissionersPage(
                table: listed.table,
                regions: isAnyKnown ? PositionTables.totals(regions, isRegion: true, question.context(asked)) : nil,
                day: day,
                dayError: question.query.on != nil && day == nil ? "Write the day as 2024-03-31." : nil,
                map: money.map { PictureMaking.map($0) }, query: question.query,
                paging: listed.paging, sortable: listed.sortable), table: listed.whole)
    }
}

/// One commissioner.
enum CommissionerAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let code = try question.parameter("code") { OrganisationCode($0) }
        let asked = try question.shown()
        let desk = question.desk
        let positions = desk.positions(at: asked).filter { $0.commissioner == code }
        guard let name = positions.first?.commissionerName ?? desk.directory.name(of: code, on: asked.month.lastDay)
        else { throw Refusal(.usage, code: "not-found", "Commissioner \(code)") }
        let (headline, without) = Headline.of(question, asked: asked, commissioner: code)
        var money: MovableMoney?
        if var all = try? desk.movable(at: asked) {
            all.items = all.items.filter { $0.commissioner == code }
            money = all.items.isEmpty ? nil : all
        }
        let table = PositionTables.contracts(positions, question.context(asked))
        let counted = positions.filter { !$0.isHeldOut }
        var first = table
        first.rows = Array(table.rows.prefix(50))
        let region = desk.region(of: code, on: asked.month.lastDay)
        let concentration = desk.concentration(at: asked).first { $0.commissioner == code }
        var facts = [
            Fact("Code", .text(code.description)), Fact("Contracts", .count(positions.count)),
            Fact("UDAs contracted", .units(counted.map(\.contracted).total())),
            Fact("UDAs delivered", .units(counted.map(\.delivered).total())),
            Fact("Value of the UDA lines", .money(counted.map(\.value).total())),
        ]
        if let region { facts.append(Fact("Region", .text(region.name))) }
        if let effective = concentration?.effectiveNumber {
            facts.append(
                Fact("Effective number of providers", .number(effective, places: 1), note: "by provider name"))
        }
        return Answer(
            CommissionerPage(
                code: code, name: name, headline: headline, withoutHeadline: without, facts: facts,
                money: money.map { PictureMaking.bar($0, title: "Its programme, by what can be done with it") },
                strip: PictureMaking.strip(positions, by: desk.book.rules[asked.year]?.yearEnd), contracts: first,
                cautions: Cautions.of(positions, money: nil)), table: table)
    }
}

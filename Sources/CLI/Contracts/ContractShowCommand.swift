import ArgumentParser
import Contracts
import Store
import Tabular
import Vocabulary

/// `remit contract show`: one contract, its years, its money and its terms.
struct ContractShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One contract: where it stands, its years, its money and its terms.")

    @Argument(help: ArgumentHelp("The contract's number, ten digits.", valueName: "number"))
    var contract: ContractNumber

    @OptionGroup var options: ReportOptions

    func run() async throws {
        let (desk, asked) = try options.open()
        let terms = desk.book.terms.filter { $0.terms.contract == contract }
        let history = desk.history(of: contract, to: asked)
        guard !history.isEmpty || !terms.isEmpty else {
            throw Refusal(
                .usage, code: "no-such-contract", "No contract \(contract) is held.",
                remedy: "`remit position` lists those that are.")
        }
        let context = options.context(desk, asked)
        let position = desk.positions(at: asked).first { $0.contract == contract }
        var tables = [PositionTables.contracts(history, context)]
        tables[0].key = "years"
        tables[0].caption = "Contract \(contract), year by year"
        if var money = try? desk.movable(at: asked) {
            money.items = money.items.filter { $0.contract == contract }
            tables.append(MoneyTables.items(money, isWhole: true, context))
        }
        if !terms.isEmpty { tables += [TermsTables.rows(terms, context), TermsTables.lines(terms, context)] }
        let flags = (position?.flags ?? []).map { FlagWords.explanation(of: $0) }
        try options.write(tables, desk, asked, lines: (position.map { ContractSentences.of($0) } ?? []) + flags)
    }
}

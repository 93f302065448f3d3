import ArgumentParser
import Contracts
import Vocabulary

/// `remit contract accept`: lets flagged rows count, because a person has looked at them.
struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Let flagged rows of contracts count, because you have looked at them.",
        discussion: "A row that a later file corrects is looked at anew.")

    @Argument(help: "The contracts' numbers, ten digits each.")
    var contracts: [ContractNumber]

    @Option(help: "The financial year: 2024-25.")
    var year: FinancialYear

    @Option(
        name: .customLong("code"), parsing: .singleValue,
        help: "The flag that you accept, as remit problems shows it (repeatable).")
    var codes: [String]

    @Option(help: "Whose rows you mean, where two commissioners report a contract.")
    var commissioner: OrganisationCode?

    @OptionGroup var options: ActOptions

    func run() async throws {
        let acts = contracts.map {
            AcceptFlaggedRows(
                contract: $0, year: year, codes: codes, commissioner: commissioner, reason: options.reason)
        }
        try options.perform(acts) { act, after in
            let months = Set(after.accepted.map(\.month)).sorted().map(\.inWords)
            return "Contract \(act.contract) counts in \(months.joined(separator: ", "))."
        }
    }
}

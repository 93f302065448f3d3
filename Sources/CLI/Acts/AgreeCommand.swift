import ArgumentParser
import Contracts
import Vocabulary

/// `remit contract agree`: records that delivery above the target was agreed for a year.
struct AgreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Record that a commissioner agreed to delivery above the target in a year.")

    @Argument(help: "The contracts' numbers, ten digits each.")
    var contracts: [ContractNumber]

    @Option(help: "The financial year: 2023-24.")
    var year: FinancialYear

    @Option(help: ArgumentHelp("Up to this share of the target, in whole per cent: 110.", valueName: "per cent"))
    var limit: Int

    @Option(help: "What becomes of the excess: paid or carried.")
    var excess: AgreedOverDelivery.Settlement = .paid

    @OptionGroup var options: ActOptions

    func validate() throws {
        if !(100...1_000).contains(limit) { throw ValidationError("--limit takes 100 or more per cent of the target.") }
    }

    func run() async throws {
        let acts = contracts.map {
            AgreeOverDelivery(
                AgreedOverDelivery(
                    contract: $0, year: year, limit: Share(percent: limit), settlement: excess),
                reason: options.reason)
        }
        try options.perform(acts) { act, _ in
            "Contract \(act.agreement.contract) may deliver up to \(limit) % of its target in \(year); the excess is "
                + "\(excess.rawValue)."
        }
    }
}

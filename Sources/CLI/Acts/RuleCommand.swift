import ArgumentParser
import Contracts
import Vocabulary

/// `remit contract rule`: says what the annual file does not.
struct RuleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule",
        abstract: "Say what the annual file leaves unclear: what a contract is, and whether it ends.",
        discussion: "The last word on a contract holds; earlier ones remain on the record.")

    @Argument(help: "The contracts' numbers, ten digits each.")
    var contracts: [ContractNumber]

    @Option(help: "What it is in law: gds, pds, pds+, or your own word.")
    var type: String?

    @Flag(help: "It runs until it is terminated, whatever end the file prints.")
    var openEnded = false

    @Option(help: ArgumentHelp("It ends for good on this day (2026-03-31).", valueName: "day"))
    var ends: Day?

    @Option(help: ArgumentHelp("The digest of the document that this rests on.", valueName: "digest"))
    var evidence: String?

    @OptionGroup var options: ActOptions

    func validate() throws {
        if openEnded && ends != nil { throw ValidationError("Choose one of --open-ended and --ends.") }
        if let evidence, EvidenceID(evidence) == nil {
            throw ValidationError("--evidence takes a digest of 64 digits, as remit sources --json shows it.")
        }
    }

    func run() async throws {
        let term: ContractRuling.Term = ends.map { .ends($0) } ?? (openEnded ? .openEnded : .notSaid)
        let acts = contracts.map {
            RuleOnContract(
                ContractRuling(
                    contract: $0, type: type.map { ContractType($0) }, term: term, reason: options.reason,
                    evidence: evidence.flatMap { EvidenceID($0) }))
        }
        try options.perform(acts) { act, after in
            let settled = after.settled == .zero ? "" : "; \(after.settled) is no longer unclear"
            let left = after.stillUnclear == .zero ? "" : "; \(after.stillUnclear) is still unclear"
            let flagged =
                after.flagged == .zero ? "" : ", of which \(after.flagged) is on flagged rows (see remit problems)"
            return "Contract \(act.ruling.contract): the ruling holds from now on\(settled)\(left)\(flagged)."
        }
    }
}

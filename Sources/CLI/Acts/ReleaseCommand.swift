import ArgumentParser
import Contracts
import Vocabulary

/// `remit contract release`: records that recurrent money comes free, from its day.
struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Record that rebasing, a hand-back or a termination sets recurrent money free.")

    @Argument(help: "The contract's number, ten digits.")
    var contract: ContractNumber

    @Option(help: "How: rebasing, handBack or termination.")
    var by: Release.Kind

    @Option(help: ArgumentHelp("A year's worth, in pounds: 41666.72.", valueName: "pounds"))
    var amount: String

    @Option(help: "The service line, as the annual file names it.")
    var line: ServiceLine = .general

    @Option(help: ArgumentHelp("Units that go with the money, if the line has units.", valueName: "units"))
    var units: String?

    @Option(help: ArgumentHelp("The day of the notice.", valueName: "day"))
    var notice: Day

    @Option(help: ArgumentHelp("The first day on which the money can be used.", valueName: "day"))
    var from: Day

    @OptionGroup var options: ActOptions

    func validate() throws {
        if ReleaseCommand.hundredths(amount) == nil { throw ValidationError("--amount takes pounds: 41666.72.") }
        if let units, ReleaseCommand.hundredths(units) == nil { throw ValidationError("--units takes a number: 1250.") }
    }

    func run() async throws {
        let release = Release(
            contract: contract, line: line, kind: by, amount: Money(pence: ReleaseCommand.hundredths(amount)!),
            units: units.flatMap(ReleaseCommand.hundredths).map { Units(hundredths: $0) }, noticeDay: notice,
            fromDay: from, reason: options.reason)
        try options.perform([RecordRelease(release)]) { act, _ in
            "\(act.release.amount) a year of contract \(contract) comes free from \(from.inWords) by "
                + "\(by.title.lowercased())."
        }
    }

    /// A number with at most two decimals, in hundredths; nil where it is another.
    private static func hundredths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.utf8.count < 14,
            parts.joined().utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.utf8.count <= 2 else { return nil }
        return Int(whole + decimals + String(repeating: "0", count: 2 - decimals.utf8.count))
    }
}

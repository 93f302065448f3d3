import Priorities
import Store
import Vocabulary

/// What the contract data have of money, written as files to start from.
extension MovableEnvelope {
    /// `envelope.yaml`.
    var yaml: String {
        let (locked, unclear) = notMovable
        var lines = [
            "# Money that can move, as the contract data have it: a start, not the answer. Correct it, add what the files do",
            "# not know, and give it back with: remit round envelope ROUND envelope.yaml",
            "# Not in it: \(locked) in contracts that run until they are ended, and \(unclear) that is unclear",
            "# until a person says (remit contract rule).",
            "years:",
        ]
        let envelope = envelope
        for year in envelope.years {
            lines += ["  - year: \(year.year)", "    sources:"]
            let nothing = FundingSource(
                title: "Say where recurrent money comes from", kind: .recurrent, amount: .zero,
                note: noted("The contract data have none"))
            lines += (year.sources.isEmpty ? [nothing] : year.sources).map { source in
                "      - {title: \(RoundSkeletons.quoted(source.title)), kind: \(source.kind.rawValue), amount: "
                    + "\(RoundSkeletons.pounds(source.amount)), note: \(RoundSkeletons.quoted(source.note ?? ""))}"
            }
        }
        lines.append(envelope.locks.isEmpty ? "locks: []" : "locks:")
        for lock in envelope.locks {
            lines.append(
                "  - {id: \(lock.id), title: \(RoundSkeletons.quoted(lock.title)), amount: "
                    + "\(RoundSkeletons.pounds(lock.amount)), until: \(lock.until), contract: \"\(lock.contract ?? "")\"}"
            )
        }
        lines.append("rules: []")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Today's spend, for `round.yaml`: the lines under `spend:`.
    var spendLines: [String] {
        spend.map { line in
            "    - {title: \(RoundSkeletons.quoted(line.title)), amount: \(RoundSkeletons.pounds(line.amount)), movable: "
                + "\(RoundSkeletons.pounds(line.movable ?? .zero)), source: \(RoundSkeletons.quoted(line.source))}"
        }
    }
}

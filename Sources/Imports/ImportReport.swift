import Contracts
package import Store
package import Vocabulary

/// What an import did, file by file and in all.
package struct ImportReport: Sendable {
    package struct File: Sendable {
        package var name: String
        package var digest: EvidenceID?
        package var intake: Intake?
        package var isHeld = false
        package var refusal: Refusal?
        /// Why the file was passed over: it is no data.
        package var skipped: String?

        package init(name: String, digest: EvidenceID, intake: Intake, isHeld: Bool) {
            self.name = name
            self.digest = digest
            self.intake = intake
            self.isHeld = isHeld
        }

        package init(name: String, refusal: Refusal) {
            self.name = name
            self.refusal = refusal
        }

        package init(name: String, skipped: String) {
            self.name = name
            self.skipped = skipped
        }

        package var status: String {
            if refusal != nil { return "refused" }
            if skipped != nil { return "skipped" }
            return isHeld ? "alreadyHeld" : "kept"
        }
    }

    package var files: [File] = []

    package init() {}

    package var totals: Intake { files.compactMap(\.intake).reduce(into: Intake()) { $0 += $1 } }
    package var refused: [File] { files.filter { $0.refusal != nil } }

    package var json: JSONValue {
        let list = files.map { file in
            JSONValue.object(
                [
                    .init("name", .text(file.name)), .init("status", .text(file.status)),
                    .init("digest", .optional(file.digest) { .text($0.description) }),
                ] + (file.intake ?? Intake()).members + [
                    .init(
                        "refusal",
                        .optional(file.refusal) {
                            [
                                "code": .text($0.code), "sentence": .text($0.sentence),
                                "remedy": .optional($0.remedy) { .text($0) },
                            ]
                        }),
                    .init("skipped", .optional(file.skipped) { .text($0) }),
                ])
        }
        return .object([.init("files", .list(list)), .init("totals", .object(totals.members))])
    }

    /// Sentences for a person: what was read and kept, what to look at, what was refused.
    package var lines: [String] {
        var lines: [String] = []
        for file in files {
            if let refusal = file.refusal { lines.append("Refused: \(refusal.description)") }
            if let reason = file.skipped { lines.append("Passed over: \(file.name) (\(reason)).") }
        }
        let kept = files.filter { $0.intake != nil && !$0.isHeld }
        let held = files.filter(\.isHeld)
        if !held.isEmpty {
            let names = held.count == 1 ? "\(held[0].name) was" : "\(held.count) files were"
            lines.append("\(names) held already, byte for byte: nothing changed.")
        }
        let totals = totals
        if !kept.isEmpty || !held.isEmpty {
            lines.append(
                "\(count(totals.rowsRead, "row")) read from \(count(kept.count + held.count, "file")) = "
                    + "\(grouped(totals.rowsKept)) kept + \(grouped(totals.rowsRefused)) refused + "
                    + "\(grouped(totals.rowsAlreadyHeld)) already held.")
        }
        if let amounts = totals.amounts {
            lines.append(line("Target UDAs", amounts) { $0.target.description })
            lines.append(line("Delivered UDAs", amounts) { $0.delivered.description })
            lines.append(line("Value", amounts) { $0.value.description })
        }
        if totals.rowsCorrected + totals.rowsWithdrawn > 0 {
            lines.append(
                "\(count(totals.rowsCorrected, "row")) corrected and \(grouped(totals.rowsWithdrawn)) withdrawn; the "
                    + "earlier rows remain visible.")
        }
        if totals.flagged > 0 {
            lines.append(
                "\(count(totals.flagged, "row")) kept but left out of totals until a person accepts "
                    + "\(totals.flagged == 1 ? "it" : "them"): see `remit problems`.")
        }
        if totals.problems > 0 { lines.append("\(count(totals.problems, "problem")) in all: see `remit problems`.") }
        return lines
    }

    private func line(
        _ what: String, _ amounts: Intake.Amounts, _ text: (ImportAccount.Tally) -> String
    ) -> String {
        "\(what): \(text(amounts.read)) read = \(text(amounts.kept)) kept + \(text(amounts.refused)) refused + "
            + "\(text(amounts.alreadyHeld)) already held."
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}

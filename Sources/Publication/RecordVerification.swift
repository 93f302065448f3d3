package import Vocabulary

/// What `remit verify DIR` looked at in a published record, and what it found.
package struct RecordVerification: Sendable {
    /// What was looked at and holds, a sentence each.
    package internal(set) var checks: [String] = []
    /// What a reader should know besides, and what is no fault.
    package internal(set) var remarks: [String] = []
    /// What was not looked at, and why.
    package internal(set) var notChecked: [String] = []
    package internal(set) var faults: [Fault] = []
    /// Title and short name; nil where the round could not be made again.
    package internal(set) var round: String?
    package internal(set) var files = 0
    package internal(set) var acts = 0

    package var isEqual: Bool { faults.isEmpty }

    /// Something that is not as it is published.
    package struct Fault: Sendable, Hashable {
        package let check: Check
        /// The file, by its path from the folder on.
        package let file: String
        /// Names the file, the line or the figure.
        package let sentence: String

        package init(_ check: Check, file: String, _ sentence: String) {
            self.check = check
            self.file = file
            self.sentence = sentence
        }
    }

    package enum Check: String, Sendable, Hashable, CaseIterable {
        case manifest, journal, acts, result, pages, head
    }

    mutating func fault(_ check: Check, _ file: String, _ sentence: String) {
        let fault = Fault(check, file: file, sentence)
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// How it ends, in a sentence.
    package var closing: String {
        let name = round.map { " of \($0)" } ?? ""
        guard isEqual else {
            let files = Set(faults.map(\.file)).count
            return
                "Not equal: \(counted(faults.count, "difference")) in \(counted(files, "file")) of the record\(name)."
        }
        return notChecked.isEmpty
            ? "Equal: the record\(name) is what its acts and rules give."
            : "Equal, as far as it was checked: the record\(name) is what its acts and rules give."
    }

    package var json: JSONValue {
        .object([
            .init("isEqual", .flag(isEqual)), .init("round", .optional(round) { .text($0) }),
            .init("files", .integer(files)), .init("acts", .integer(acts)),
            .init("checks", .list(checks.map { .text($0) })),
            .init("remarks", .list(remarks.map { .text($0) })),
            .init("notChecked", .list(notChecked.map { .text($0) })),
            .init(
                "faults",
                .list(
                    faults.map { fault in
                        .object([
                            .init("check", .text(fault.check.rawValue)), .init("file", .text(fault.file)),
                            .init("sentence", .text(fault.sentence)),
                        ])
                    })),
            .init("closing", .text(closing)),
        ])
    }
}

/// `1 file`, `1,200 files`.
func counted(_ count: Int, _ noun: String) -> String {
    var digits = String(count)
    var grouped = ""
    while digits.count > 3 {
        grouped = "," + digits.suffix(3) + grouped
        digits.removeLast(3)
    }
    return "\(digits)\(grouped) \(noun)\(count == 1 ? "" : "s")"
}

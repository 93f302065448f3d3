import ArgumentParser
import Files
import Foundation
import Publication
import Vocabulary

/// The check of a published record, as `remit verify DIR` makes it.
struct FolderVerification: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The journal's head as it was published apart: the lines themselves, or a file that holds them.",
            valueName: "text|file"))
    var head: String?

    @Flag(help: "Do not prove optimality again; all else is checked.")
    var quick = false

    @OptionGroup var solving: SolvingOptions

    /// - Throws: `Refusal` where there is no record, or `--head` holds no digest.
    func verification(of folder: String) throws -> RecordVerification {
        let apart = try apart(beside: folder)
        var check = VerifyRecord(
            folder, apart: apart?.head, apartFrom: apart?.from, version: Version.current)
        if quick {
            check.withoutProof = "left out for --quick"
        } else {
            do throws(Refusal) {
                check.proof = try RecordProof.installed(
                    executable: FolderVerification.executable, workers: solving.workers, seconds: solving.limit)
            } catch {
                check.withoutProof = FolderVerification.reason(error)
                if let remedy = error.remedy {
                    Printing.warning("Nothing is proved again without the solver. \(remedy)")
                }
            }
        }
        return try check.run()
    }

    /// As it follows a colon, without the full stop.
    private static func reason(_ refusal: Refusal) -> String {
        let words = refusal.sentence.hasSuffix(".") ? refusal.sentence.dropLast() : refusal.sentence[...]
        return words.prefix(1).lowercased() + words.dropFirst()
    }

    private func apart(beside folder: String) throws -> (head: HeadApart, from: String)? {
        if let head {
            let isFile = FileManager.default.fileExists(atPath: head)
            let text = isFile ? String(decoding: try WholeFile.read(head, limit: 1 << 20), as: UTF8.self) : head
            guard let apart = HeadApart(reading: text) else {
                throw Refusal(
                    .usage, code: "head-invalid", "\(isFile ? head : "--head") holds no digest of 64 digits.",
                    remedy: "Give the lines that remit publish printed, or a file that holds them.")
            }
            return (apart, isFile ? head : "--head")
        }
        let path = HeadApart.path(beside: folder)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let text = String(decoding: try WholeFile.read(path, limit: 1 << 20), as: UTF8.self)
        guard let apart = HeadApart(reading: text) else {
            throw Refusal(
                .input, code: "head-invalid", "\(path) holds no digest of 64 digits.",
                remedy: "Give the head with --head, or remove that file.")
        }
        return (apart, path)
    }

    /// This program, which the solver's workers run too.
    private static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}

extension RecordVerification {
    /// One line each: what holds, what was not looked at, what does not hold, and how it ends.
    func write(asJSON: Bool) {
        if asJSON { return Printing.line(json.pretty) }
        for check in checks { Printing.line(check) }
        for remark in remarks { Printing.line("Note: \(remark)") }
        for left in notChecked { Printing.line("Not checked: \(left)") }
        for fault in faults { Printing.line("It does not hold: \(fault.sentence)") }
        Printing.line(closing)
    }
}

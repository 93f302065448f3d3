import Digests
import Files
import Markup
import Priorities
import Store
import Vocabulary

/// Checks a published record from its folder alone, as somebody who trusts nobody.
package struct VerifyRecord: Sendable {
    package var folder: String
    /// The head as it was published apart; nil where none is known.
    package var apart: HeadApart?
    /// Where it was taken from, for sentences.
    package var apartFrom: String?
    /// Proves optimality again; nil: not.
    package var proof: RecordProof?
    /// Why there is no proof, for a sentence.
    package var withoutProof: String
    /// Of the Remit that checks.
    package var version: String

    package init(
        _ folder: String, apart: HeadApart? = nil, apartFrom: String? = nil, proof: RecordProof? = nil,
        withoutProof: String = "no solver is installed", version: String
    ) {
        self.folder = folder
        self.apart = apart
        self.apartFrom = apartFrom
        self.proof = proof
        self.withoutProof = withoutProof
        self.version = version
    }

    /// - Throws: `Refusal` of kind `input` (`no-published-record`) where there is no record at that place at all; never
    ///   because something in it is wrong.
    package func run() throws -> RecordVerification {
        guard let held = PublishedFolder(folder) else {
            throw VerifyRecord.none("\(folder) is not a folder that can be read")
        }
        let marks = [Manifest.path, PublishedRecord.path]
        guard held.entries.contains(where: { marks.contains($0.path) }) else {
            throw VerifyRecord.none("\(folder) has neither \(Manifest.path) nor \(PublishedRecord.path)")
        }
        var found = RecordVerification()
        checkFiles(held, &found)
        checkRecord(held, &found)
        checkHead(held, &found)
        return found
    }

    private static func none(_ why: String) -> Refusal {
        Refusal(
            .input, code: "no-published-record", "This is no published record: \(why).",
            remedy: "Name the folder that holds manifest.json and record.json.")
    }

    // MARK: - Files

    /// Every file there, none besides, each of its size and digest.
    private func checkFiles(_ held: PublishedFolder, _ found: inout RecordVerification) {
        let manifest: Manifest
        do {
            manifest = try Manifest(bytes: held.bytes(of: Manifest.path))
        } catch {
            found.fault(.manifest, Manifest.path, named(Manifest.path, error.sentence))
            found.notChecked.append("Sizes and digests of the files, for want of a manifest.")
            return
        }
        let before = found.faults.count
        for (place, entry) in manifest.entries.enumerated() {
            guard LocalFile(entry.path) != nil, entry.path != Manifest.path,
                place == 0 || manifest.entries[place - 1].path < entry.path
            else {
                found.fault(
                    .manifest, Manifest.path, "\(Manifest.path) names “\(entry.path.printable)”, which it may not.")
                continue
            }
            if let sentence = fault(of: entry, in: held) { found.fault(.manifest, entry.path, sentence) }
        }
        let listed = Set(manifest.entries.map(\.path) + [Manifest.path])
        for entry in held.entries where !listed.contains(entry.path) {
            let isRoundListed = entry.kind == .folder && listed.contains { $0.hasPrefix(entry.path + "/") }
            if isRoundListed { continue }
            found.fault(
                .manifest, entry.path.printable,
                "\(entry.path.printable) is in the folder and not in the manifest: \(entry.kind.words).")
        }
        if held.isCutShort { found.fault(.manifest, "", "There is more in the folder than was looked at.") }
        found.files = manifest.entries.count + 1
        if found.faults.count == before {
            found.checks.append(
                "Files: \(counted(found.files, "file")), none missing and none besides, each of its size and SHA-256.")
        }
    }

    private func fault(of entry: Manifest.Entry, in held: PublishedFolder) -> String? {
        if case .file(let size)? = held.kind(of: entry.path), size != entry.size {
            return "\(entry.path) has been changed: it has \(counted(size, "byte")), not \(entry.size)."
        }
        do {
            let digest = Digest.of(try held.bytes(of: entry.path))
            return digest == entry.digest
                ? nil : "\(entry.path) has been changed: its SHA-256 is \(digest.short)…, not \(entry.digest.short)…."
        } catch {
            return error.sentence
        }
    }

    private func named(_ file: String, _ sentence: String) -> String {
        sentence.contains(file) ? sentence : "\(file): \(sentence)"
    }

    // MARK: - Record

    private func checkRecord(_ held: PublishedFolder, _ found: inout RecordVerification) {
        let record: PublishedRecord
        do {
            record = try PublishedRecord(bytes: held.bytes(of: PublishedRecord.path)) { path throws(Refusal) in
                guard LocalFile(path) != nil else {
                    throw Refusal(.wanting, code: "path-invalid", "“\(path.printable)” cannot be the path of a file.")
                }
                return try held.bytes(of: path)
            }
        } catch {
            found.fault(.journal, PublishedRecord.path, named(PublishedRecord.path, error.sentence))
            found.notChecked.append("Journal, acts, answer and pages: the record cannot be read.")
            return
        }
        checkJournal(record, &found)
        let replayed: ReplayedRecord
        do {
            replayed = try ReplayedRecord(record)
        } catch {
            let file = record.rules.map(\.path).first { error.sentence.contains($0) } ?? PublishedRecord.path
            found.fault(.acts, file, "\(PublishedRecord.path): \(error.sentence)")
            found.notChecked.append("Answer and pages: the round cannot be made again from its acts.")
            return
        }
        found.round = "“\(replayed.round.title)” (\(replayed.round.id))"
        found.acts = replayed.acts
        found.checks.append(
            "Acts: \(counted(replayed.acts, "act")) decided again in order, by the rules of their own day.")
        let before = found.faults.count
        checkAccountability(replayed, &found)
        checkResult(record, replayed, &found)
        if found.faults.count == before {
            RemadeFiles(record, held, version: version).check(&found)
        } else {
            found.notChecked.append("Pages and tables were not made again, for the answer is not what the acts give.")
        }
    }

    private func checkJournal(_ record: PublishedRecord, _ found: inout RecordVerification) {
        if let fault = record.journal.fault() {
            found.fault(.journal, PublishedRecord.path, "\(PublishedRecord.path): \(fault)")
            return
        }
        found.checks.append(
            "Journal: \(counted(record.journal.lines.count, "line")) of the round and "
                + "\(record.journal.others.count) that are not shown lead one to the next, to the head: line "
                + "\(record.journal.head.sequence), \(record.journal.head.digest).")
    }

    private func checkAccountability(_ replayed: ReplayedRecord, _ found: inout RecordVerification) {
        let lacking: [String]
        do {
            lacking = try Accountability.conditions(of: replayed.round, rulebook: replayed.rulebook)
                .flatMap(\.lacking)
        } catch {
            lacking = [error.sentence]
        }
        for lack in lacking {
            found.fault(.acts, PublishedRecord.path, "The record should not have been published: \(lack).")
        }
    }

    // MARK: - Answer

    private func checkResult(
        _ record: PublishedRecord, _ replayed: ReplayedRecord, _ found: inout RecordVerification
    ) {
        let file = PublishedRecord.path
        if replayed.round.result?.digest != PublishedRecord.digest(of: record.result) {
            found.fault(.result, file, "\(file): the answer is not the one that the acts record by its digest.")
        }
        if let fault = ResultShape.fault(of: record.result, in: replayed.round) {
            found.fault(.result, file, "\(file): \(fault)")
            return
        }
        do {
            let report = try proof.report(on: record.result, of: replayed.round)
            for finding in report.findings {
                let place = finding.place.isEmpty ? "the answer" : finding.place
                // What names the place itself need not name it twice.
                let isPlain = finding.what == "“\(place)” is not what the round gives."
                let what = isPlain ? "not what the round gives." : finding.what
                found.fault(
                    .result, file,
                    "\(file), \(place): \(what) Published: \(finding.published); worked out again: \(finding.found).")
            }
            let unproved = report.notes.filter { $0 == VerifyResult.notProvedAgain }
            let taken = report.notes.filter { $0 == VerifyResult.sharesAsPublished }
            let unfinished = report.notes.filter { $0.contains("did not prove every set again") }
            if report.isEqual {
                let draws = counted(record.result.settings.draws, "draw")
                found.checks.append(
                    "Answer: values, ranking and robustness (\(draws)) worked out again, every figure the same"
                        + (taken.isEmpty ? "" : " but the shares of trials that fund an option") + "; the recommended "
                        + "set keeps to the money and every rule.")
                if unproved.isEmpty, unfinished.isEmpty, let proof {
                    found.checks.append(
                        "Optimality: proved again by \(proof.solver.name) \(proof.solver.version): no set is better."
                    )
                }
            }
            found.remarks += report.notes.filter { !(unproved + taken + unfinished).contains($0) }
            found.notChecked += unfinished
            if !unproved.isEmpty { found.notChecked.append("Optimality not re-proved: \(withoutProof).") }
            if !taken.isEmpty {
                found.notChecked.append(
                    "The shares of trials that fund an option are taken as published, for each trial has a best set of "
                        + "its own to be found: \(withoutProof).")
            }
        } catch {
            let why = (error as? Refusal)?.sentence ?? "\(error)"
            found.fault(.result, file, "\(file): the answer cannot be worked out again: \(why)")
        }
    }

    // MARK: - Head

    private func checkHead(_ held: PublishedFolder, _ found: inout RecordVerification) {
        guard let apart else {
            found.notChecked.append(
                "The journal’s head was not compared with one published apart: somebody who made every digest anew "
                    + "would not be found. Ask whoever decided for it, and give it with --head.")
            return
        }
        let before = found.faults.count
        let from = apartFrom ?? "the one given"
        if let record = try? PublishedRecord(bytes: held.bytes(of: PublishedRecord.path), file: { _ in [] }) {
            let head = record.journal.head
            if head.digest != apart.head || apart.sequence.map({ $0 != head.sequence }) == true {
                found.fault(
                    .head, PublishedRecord.path,
                    "The journal’s head, line \(head.sequence) \(head.digest.short)…, is not the one published apart "
                        + "(\(from)): \(apart.sequence.map { "line \($0) " } ?? "")\(apart.head.short)…. The "
                        + "record was changed and sealed anew, or the head is of another record.")
            }
        } else {
            found.fault(.head, PublishedRecord.path, "\(PublishedRecord.path) has no head to compare.")
        }
        if let manifest = apart.manifest {
            let digest = (try? held.bytes(of: Manifest.path)).map { Digest.of($0) }
            if digest != manifest {
                found.fault(
                    .head, Manifest.path,
                    "\(Manifest.path) is not the one published apart (\(from)): its SHA-256 is "
                        + "\(digest.map(\.short) ?? "missing ")…, not \(manifest.short)….")
            }
        }
        if found.faults.count == before {
            found.checks.append(
                "Head: the journal’s head\(apart.manifest == nil ? "" : " and the manifest") as published apart "
                    + "(\(from)).")
        }
    }
}

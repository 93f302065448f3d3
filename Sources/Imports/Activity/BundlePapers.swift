package import Challenges
import Digests
package import Files
import Foundation
package import Store
package import Vocabulary

/// What goes to a provider with a bundle of challenges: the letter, the workbook for its answers, and their digests.
///
/// The same bundle, sent in the same way, gives the same bytes, whatever was answered since.
package struct BundlePapers: Sendable {
    package static let letter = "letter.docx"
    package static let workbook = "rows.xlsx"
    package static let digests = "digest.json"

    package let files: [(name: String, bytes: [UInt8])]
    /// Of the letter and the workbook.
    package let papers: [BundleSending.Paper]

    /// - Parameters:
    ///   - sending: nil for a draft.
    ///   - fileNames: of the files in which the rows stand.
    ///   - template: the commissioner's own document, with its letterhead.
    /// - Throws: a `Refusal` where the workbook cannot be made.
    package init(
        _ bundle: ChallengeBundle, sending: BundleSending?, names: ChallengeLetter.Names,
        fileNames: [EvidenceID: String], template: DocumentTemplate? = nil
    ) throws(Refusal) {
        let document = BundlePapers.document(
            of: ChallengeLetter(bundle, sending: sending, names: names, workbook: BundlePapers.workbook))
        let letter = template?.bytes(filledWith: document) ?? document.bytes()
        let workbook = try WorkbookFile.bytes(
            form: AnswerForm.form(of: bundle, sending: sending, files: fileNames, names: names))
        papers = [
            .init(name: BundlePapers.letter, digest: Digest.of(letter)),
            .init(name: BundlePapers.workbook, digest: Digest.of(workbook)),
        ]
        let digests = BundlePapers.account(of: bundle, sending: sending, papers: papers)
        files = [
            (BundlePapers.letter, letter), (BundlePapers.workbook, workbook),
            (BundlePapers.digests, Array((digests.pretty + "\n").utf8)),
        ]
    }

    /// The same of a bundle as a desk holds it.
    package init(
        _ bundle: ChallengeBundle, sending: BundleSending?, from desk: ChallengeDesk, template: DocumentTemplate? = nil
    ) throws {
        try self.init(
            bundle, sending: sending, names: desk.names(for: bundle, sending: sending),
            fileNames: desk.fileNames(of: bundle), template: template)
    }

    /// True where these are the papers that a sending says were sent.
    package func areThose(of sending: BundleSending) -> Bool { sending.papers == papers }

    /// Writes them into a folder, which is made where it is not there.
    ///
    /// - Throws: `Refusal` where one of them is there already and is not to be replaced, or cannot be written.
    package func write(into folder: String, replacing: Bool) throws {
        try BundlePapers.makeFolder(folder)
        for file in files { try WholeFile.write(file.bytes, to: "\(folder)/\(file.name)", replacing: replacing) }
    }

    private static func makeFolder(_ path: String) throws(Refusal) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Refusal(
                .input, code: "folder-unwritable", "The folder \(path) cannot be made.",
                remedy: "Name one that may be written.")
        }
    }

    private static func account(
        of bundle: ChallengeBundle, sending: BundleSending?, papers: [BundleSending.Paper]
    ) -> JSONValue {
        let own = bundle.challenges.filter(\.isForProvider).map(\.raised)
        return [
            "bundle": .text(bundle.id.description), "provider": .text(bundle.provider),
            "commissioner": .text(bundle.commissioner.description), "run": .text(bundle.run.description),
            "rows": .text(bundle.document.description), "sentOn": .optional(sending?.on, JSONValue.day),
            "deadline": .optional(sending?.deadline, JSONValue.day), "challenges": .integer(own.count),
            "dataOnly": .integer(own.count(where: \.isDataOnly)),
            "countedPence": .money(ShareRowMoney.claimsAsSent(of: bundle).values.total()),
            "files": .list(
                papers.map { ["name": .text($0.name), "sha256": .text($0.digest.description)] }),
        ]
    }

    /// A letter as a document.
    package static func document(of letter: ChallengeLetter) -> Document {
        let blocks = letter.blocks.map { block -> Document.Block in
            switch block {
            case .heading(let text): .heading(text, level: 1)
            case .subheading(let text): .heading(text, level: 2)
            case .paragraph(let text): .paragraph(text)
            case .list(let items): .bullets(items)
            case .table(let caption, let header, let rows, let numeric):
                .table(Document.Grid(caption: caption, header: header, rows: rows, numericColumns: numeric))
            }
        }
        return Document(title: letter.title, blocks: blocks, footer: letter.title)
    }
}

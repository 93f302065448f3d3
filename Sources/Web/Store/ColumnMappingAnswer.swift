import Access
import Contracts
import Digests
import Imports
import Pages
import Store
import Tabular
import Vocabulary

/// Somebody says what the columns of a file mean that waits to be taken in.
enum ColumnMappingAnswer {
    /// A file of the visitor's that waits, with the mappings that are held for its columns.
    private struct Waiting {
        let question: Question
        let place: Int
        let account: Slug
        let extract: ExtractAtHand
        let pages: ColumnMappingPages
        /// The mappings that fit, by digest.
        let held: [EvidenceID: ColumnMapping]
    }

    /// - Throws: `not-found`, where no file that the visitor sent waits at that place for its columns to be explained.
    private static func waiting(_ question: Question) throws -> Waiting {
        let place = try question.parameter("place") { Int($0) }
        let account = try question.signedIn().account.id
        guard let (file, extract) = question.uploads.extract(place, for: account, at: question.now) else {
            throw Refusal(.usage, code: "not-found", "File \(place)")
        }
        let keys = Set(extract.header.map { TrimmedText.headerKey($0) })
        var held: [EvidenceID: ColumnMapping] = [:]
        var fitting: [ColumnMappingPages.Held] = []
        for kept in try question.store.read({ db in try MappingHeld.all(db) }).reversed() {
            let document = try JSONValue(parsing: Array(kept.content.utf8), named: kept.name)
            let mapping = try ColumnMapping(document)
            guard mapping.columns.values.allSatisfy({ keys.contains(TrimmedText.headerKey($0)) }) else { continue }
            held[kept.digest] = mapping
            fitting.append(
                .init(
                    name: mapping.name, digest: kept.digest, reviewedBy: mapping.reviewedBy,
                    reviewedOn: mapping.reviewedOn))
        }
        return Waiting(
            question: question, place: place, account: account, extract: extract,
            pages: ColumnMappingPages(token: question.token, place: place, file: file.shown.name, fitting: fitting),
            held: held)
    }

    private static func form(_ waiting: Waiting, _ filled: SentValues = SentValues()) -> ColumnMappingForm {
        ColumnMappingForm(filled, header: waiting.extract.header, today: waiting.question.now.inLondon.day)
    }

    static func page(_ question: Question) throws -> Answer {
        let waiting = try waiting(question)
        let asked = question.asked.query[ColumnMappingPages.heldField].flatMap { EvidenceID($0) }
        guard let mapping = asked.flatMap({ waiting.held[$0] }) else {
            return Answer(waiting.pages.page(form(waiting)))
        }
        let answer = ColumnMappingForm.Answer(mapping, titled: waiting.extract.header)
        return Answer(waiting.pages.page(form(waiting, ColumnMappingForm.filled(with: answer))))
    }

    /// First shown with what comes of it, then saved, and the file is read by it.
    static func take(_ sent: Sent) throws -> Outcome {
        let waiting = try waiting(sent.question)
        var form = form(waiting, sent.values)
        if sent.values.step == .change { return .shown(waiting.pages.page(form)) }
        guard let answer = form.read() else { return .again(waiting.pages.page(form)) }
        do {
            let (saved, reading) = try tried(answer.document, on: waiting)
            guard sent.values.step == .send else { return .shown(waiting.pages.check(form, answer, reading)) }
            try keep(saved, for: waiting)
        } catch let refusal as Refusal where refusal.isForForm {
            form.refuse(refusal)
            return .again(waiting.pages.page(form))
        }
        return .done(.filesToTakeIn, "What the columns mean is saved.")
    }

    /// What a mapping makes of a file that waits.
    private static func tried(
        _ document: JSONValue, on waiting: Waiting
    ) throws -> (saved: SaveMapping, reading: Reading<MappedExtract.Row>) {
        try PatientIdentifier.refuse(in: document, of: nil)
        let saved = try SaveMapping(document: document, digest: Digest.of(document))
        return (saved, try waiting.extract.tried(by: saved))
    }

    private static func keep(_ saved: SaveMapping, for waiting: Waiting) throws {
        let question = waiting.question
        try question.store.perform(saved, by: question.signedIn().account.author, at: question.now)
        try question.uploads.read(waiting.place, for: waiting.account, by: saved)
    }

    /// Saves a mapping as it is written, and reads the file of the path by it.
    ///
    /// - Throws: `not-found`; `Refusal` of kind `input` where it is no mapping, or the file cannot be read by it.
    static func save(_ document: JSONValue, _ question: Question) throws {
        let waiting = try waiting(question)
        try keep(tried(document, on: waiting).saved, for: waiting)
    }
}

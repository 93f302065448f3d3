import Activity
import Digests
import Files
import Foundation
import Tabular
import Vocabulary

/// What lies behind a file that is given: texts in CSV, one for each that holds data. Archives are unpacked, sheets of
/// workbooks and text in UTF-16 written again as UTF-8, into a folder of the moment.
struct ActivityTexts {
    struct Text {
        /// `month.zip, plcm.csv`.
        let name: String
        let path: String
        /// Of the file as it was sent: what stood in an archive by itself, a workbook as a whole; of its second sheet and on
        /// by their text. Nil where it is that of the text's own bytes, which reading them gives.
        let digest: EvidenceID?
        let size: Int
        /// The file that must not have been written to when it has been read.
        var given: FileStamp?
        /// What is to be known of it that its text does not say.
        var notes: [Problem] = []
    }

    private(set) var texts: [Text] = []
    private let scratch: String
    private let mapping: ActivityMapping?

    /// - Parameter scratch: a folder of the moment, empty; the caller's to remove.
    /// - Throws: `Refusal`: of archives, workbooks and texts that cannot be read to their end; then nothing is to be taken.
    init(of path: String, scratch: String, mapping: ActivityMapping?) throws {
        (self.scratch, self.mapping) = (scratch, mapping)
        let limits = FileSource.Limits(memberBytes: 1 << 40, totalBytes: 1 << 40)
        let (files, skipped) = try FileSource(path, limits: limits).unpack(into: scratch)
        for file in files {
            let name = file.containerName.map { $0 == "\(file.name).gz" ? $0 : "\($0), \(file.name)" } ?? file.name
            if file.isWorkbook { try addSheets(of: file, named: name) } else { try addText(of: file, named: name) }
        }
        let notes = skipped.map { member in
            Problem(
                row: nil, column: nil, code: "member-not-read",
                "\(member.name) in the archive was not read: it \(member.reason).",
                effect: .noted)
        }
        if !texts.isEmpty { texts[0].notes += notes }
    }

    private mutating func addText(of file: UnpackedFile, named name: String) throws {
        let given = try FileStamp(file.path)
        guard try WideText.isWide(file.path) else {
            texts.append(Text(name: name, path: file.path, digest: nil, size: given.size, given: given))
            return
        }
        let (digest, size) = try Digest.ofFile(at: file.path)
        let path = "\(scratch)/text-\(texts.count + 1)"
        try WideText.rewrite(file.path, named: name, to: path)
        texts.append(Text(name: name, path: path, digest: digest, size: size, given: given))
    }

    /// Every sheet that is known by its titles, which may stand below a caption; the first with anything on it where none is.
    private mutating func addSheets(of file: UnpackedFile, named name: String) throws {
        let given = try FileStamp(file.path)
        let bytes = try WholeFile.read(file.path, limit: 2 << 30)
        let sheets = try Workbook.read(bytes, named: name).filter { !$0.isHidden && !$0.rows.isEmpty }
        guard let first = sheets.first else {
            throw Refusal(
                .input, code: "empty", "\(name) has no sheet with anything on it.",
                remedy: "Ask the sender for it again.")
        }
        let known = sheets.compactMap { sheet in titleRow(of: sheet).map { (sheet: sheet, row: $0) } }
        let taken = known.isEmpty ? [(sheet: first, row: 0)] : known
        let original = Digest.of(bytes)
        for (place, (sheet, row)) in taken.enumerated() {
            let path = "\(scratch)/text-\(texts.count + 1)"
            let text = ActivityTexts.text(of: sheet, from: row)
            try WholeFile.write(text, to: path)
            var notes = sheet.problems
            if place == 0 {
                notes += sheets.filter { other in !taken.contains { $0.sheet.name == other.name } }.map { other in
                    Problem(
                        row: nil, column: nil, code: "other-sheet",
                        "The sheet “\(other.name)” was not read: its titles are none of contract monitoring.",
                        effect: .noted)
                }
            }
            texts.append(
                Text(
                    name: "\(name), sheet \(sheet.name)", path: path, digest: place == 0 ? original : Digest.of(text),
                    size: place == 0 ? bytes.count : text.count, given: place == 0 ? given : nil, notes: notes))
        }
    }

    /// Where the titles stand, among the first rows; nil for a sheet that is not known.
    private func titleRow(of sheet: WorkbookSheet) -> Int? {
        let width = sheet.width
        return sheet.rows.prefix(20).firstIndex { row in
            (try? ActivityHeader(titles: row.fields(width), in: sheet.name, mapping: mapping)) != nil
        }
    }

    /// A sheet as CSV from its titles on, each row on the line of its number, so that problems name the sheet's rows.
    static func text(of sheet: WorkbookSheet, from titles: Int = 0) -> [UInt8] {
        let width = sheet.width
        var (out, line): ([UInt8], Int) = ([], 1)
        for row in sheet.rows.dropFirst(titles) {
            while line < row.number {
                out += [13, 10]
                line += 1
            }
            for (place, cell) in row.fields(width).enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                let mustQuote = cell.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 || $0 == 32 }
                guard mustQuote else {
                    out += cell.utf8
                    continue
                }
                out.append(UInt8(ascii: "\""))
                for byte in cell.utf8 {
                    if byte == 34 { out.append(byte) }
                    out.append(byte)
                }
                out.append(UInt8(ascii: "\""))
            }
            out += [13, 10]
            line += 1
        }
        return out
    }
}

import Tabular
import Vocabulary

extension RowReader {
    /// Reads a national file row by row by a layout: a row that faults is refused with its problem, and the rest goes on.
    ///
    /// - Parameters:
    ///   - dropping: columns not to be read at all.
    ///   - columns: finds once what each row needs.
    ///   - breaksLines: true where cells of the file may hold line breaks; else such a cell refuses the file, for a
    ///     quotation mark too many would take rows with it.
    ///   - exempt: columns of the layout in which ten digits are no NHS number: areas in square metres.
    /// - Throws: `Refusal`: as `Layout.match`, and `no-data-rows`, `patient-identifying`, `truncated`.
    static func reading<Value, Columns>(
        _ bytes: [UInt8], named name: String, as layout: Layout, dropping: [String], breaksLines: Bool = false,
        exempt: [String] = [],
        columns: (HeaderMatch) -> Columns, each: (RowReader, Columns) throws(RowFault) -> Value
    ) throws(Refusal) -> Reading<Value> {
        var reader = try RowReader(bytes, named: name)
        let match = try layout.match(reader.header, in: name, dropping: dropping)
        let scan = PatientIdentifierScan(
            file: name, titles: reader.header, known: match.known,
            exempt: match.dropped.union(exempt.compactMap { match[$0] }))
        let places = columns(match)
        var reading = Reading<Value>(problems: match.notes)
        while reader.next() {
            reading.rowsRead += 1
            if let refusal = scan.refusal(for: reader) { throw refusal }
            if !breaksLines, let refusal = reader.cellOverLines { throw refusal }
            if let problem = reader.raggedness {
                reading.problems.append(problem)
                continue
            }
            do throws(RowFault) {
                reading.values.append(.init(row: reader.row, value: try each(reader, places)))
            } catch {
                reading.problems.append(
                    Problem(
                        row: reader.row,
                        column: error.column.flatMap { match[$0] }.map { reader.header[$0] } ?? error.column,
                        code: error.code, error.explanation, effect: .refused))
            }
        }
        reading.problems += try reader.finish()
        guard reading.rowsRead > 0 else {
            throw Refusal(
                .input, code: "no-data-rows", "\(name) has a header and no rows.",
                remedy: "Ask the sender for it again.")
        }
        return reading
    }

    /// - Throws: `RowFault`, code `blank`.
    func required(at place: Int, _ column: String) throws(RowFault) -> String {
        let text = text(at: place)
        guard !text.isEmpty else { throw RowFault(column: column, code: "blank", "\(column) is blank.") }
        return text
    }

    /// People: a whole number that is not negative.
    ///
    /// - Throws: `RowFault`: `blank`, `unreadable-count`, `negative-count`.
    func people(at place: Int, _ column: String) throws(RowFault) -> Int {
        guard let people = whole(at: place) else {
            let text = try required(at: place, column)
            throw RowFault(
                column: column, code: "unreadable-count", "\(TrimmedText.quoted(text)) is not a whole number.")
        }
        guard people >= 0 else {
            throw RowFault(column: column, code: "negative-count", "There are no \(people) people.")
        }
        return people
    }
}

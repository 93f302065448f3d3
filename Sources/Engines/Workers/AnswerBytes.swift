import Vocabulary

/// An answer as bytes between two processes of one program: for each column a byte for each row, 1 where a value is there,
/// then the values in this machine's order.
enum AnswerBytes {
    static func write(_ answer: EngineAnswer) -> (columns: [EngineReply.Column], bytes: [UInt8]) {
        var bytes: [UInt8] = []
        let columns = answer.columns.map { column in
            append(column.values, to: &bytes)
            let scale: Int? = if case .decimals(_, let scale) = column.values { scale } else { nil }
            return EngineReply.Column(name: column.name, type: type(of: column.values), scale: scale)
        }
        return (columns, bytes)
    }

    /// - Returns: nil where the bytes are not those of such columns.
    static func read(_ columns: [EngineReply.Column], rows: Int, _ bytes: [UInt8]) -> EngineAnswer? {
        var place = 0
        var answer: [EngineColumn] = []
        for column in columns {
            guard let values = values(column, rows: rows, bytes, &place) else { return nil }
            answer.append(EngineColumn(name: column.name, values: values))
        }
        return place == bytes.count ? EngineAnswer(columns: answer) : nil
    }

    private static func type(of values: EngineValues) -> String {
        switch values {
        case .wholes: "whole"
        case .decimals: "decimal"
        case .doubles: "double"
        case .texts: "text"
        case .days: "day"
        case .microseconds: "moment"
        case .flags: "flag"
        }
    }

    private static func append(_ values: EngineValues, to bytes: inout [UInt8]) {
        func each<Value, Written>(_ values: [Value?], _ nought: Written, _ written: (Value) -> Written) {
            bytes += values.map { $0 == nil ? 0 : 1 }
            values.map { $0.map(written) ?? nought }.withUnsafeBytes { bytes += $0 }
        }
        switch values {
        case .wholes(let values), .microseconds(let values): each(values, 0) { $0 }
        case .decimals(let values, _): each(values, Int128(0)) { $0 }
        case .doubles(let values): each(values, 0.0) { $0 }
        case .days(let values): each(values, Int32(0)) { Int32(truncatingIfNeeded: $0.number) }
        case .flags(let values): each(values, UInt8(0)) { $0 ? 1 : 0 }
        case .texts(let values):
            each(values, UInt32(0)) { UInt32($0.utf8.count) }
            for value in values { if let value { bytes += value.utf8 } }
        }
    }

    private static func values(
        _ column: EngineReply.Column, rows: Int, _ bytes: [UInt8], _ place: inout Int
    ) -> EngineValues? {
        /// The next values of a width, and which of them are there.
        func each<Written, Value>(_: Written.Type, _ value: (Written) -> Value) -> [Value?]? {
            let width = MemoryLayout<Written>.stride
            guard rows >= 0, bytes.count - place >= rows * (1 + width) else { return nil }
            let (marks, first) = (place, place + rows)
            place = first + rows * width
            return bytes.withUnsafeBytes { memory in
                (0..<rows).map { row in
                    memory[marks + row] == 0
                        ? nil : value(memory.loadUnaligned(fromByteOffset: first + row * width, as: Written.self))
                }
            }
        }
        switch column.type {
        case "whole": return each(Int.self) { $0 }.map(EngineValues.wholes)
        case "moment": return each(Int.self) { $0 }.map(EngineValues.microseconds)
        case "decimal": return each(Int128.self) { $0 }.map { .decimals($0, scale: column.scale ?? 0) }
        case "double": return each(Double.self) { $0 }.map(EngineValues.doubles)
        case "day": return each(Int32.self) { Day(number: Int($0)) }.map(EngineValues.days)
        case "flag": return each(UInt8.self) { $0 != 0 }.map(EngineValues.flags)
        case "text":
            guard let lengths = each(UInt32.self, { Int($0) }) else { return nil }
            guard bytes.count - place >= lengths.reduce(0, { $0 + ($1 ?? 0) }) else { return nil }
            var texts: [String?] = []
            texts.reserveCapacity(rows)
            for length in lengths {
                guard let length else {
                    texts.append(nil)
                    continue
                }
                texts.append(String(decoding: bytes[place..<(place + length)], as: UTF8.self))
                place += length
            }
            return .texts(texts)
        default: return nil
        }
    }
}

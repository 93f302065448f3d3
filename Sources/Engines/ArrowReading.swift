import CAdbc
import Vocabulary

/// Reads what an engine hands out as Arrow arrays.
enum ArrowReading {
    /// Reads a stream to its end; what it hands out is released.
    static func answer(
        from stream: inout ArrowArrayStream, of driver: UnsafeMutablePointer<AdbcDriver>, fault: EngineFault
    ) throws(Refusal) -> EngineAnswer {
        guard let schemaOf = stream.get_schema, let nextOf = stream.get_next else { return EngineAnswer(columns: []) }
        var schema = ArrowSchema()
        guard schemaOf(&stream, &schema) == 0 else { throw refusal(of: &stream, of: driver, fault) }
        defer { if let release = schema.release { release(&schema) } }
        var columns: [EngineColumn] = []
        var types: [ArrowType] = []
        var batches: [[EngineValues]] = []
        for place in 0..<Int(schema.n_children) {
            guard let child = schema.children[place] else { continue }
            let name = child.pointee.name.map { String(cString: $0) } ?? ""
            types.append(try ArrowType(child.pointee, named: name))
            columns.append(EngineColumn(name: name, values: types[place].nothing))
            batches.append([])
        }
        while true {
            var batch = ArrowArray()
            guard nextOf(&stream, &batch) == 0 else { throw refusal(of: &stream, of: driver, fault) }
            guard let release = batch.release else { break }
            for place in columns.indices {
                guard let child = batch.children[place] else { continue }
                batches[place].append(
                    values(of: child.pointee, rows: Int(batch.length), skipping: Int(batch.offset), as: types[place]))
            }
            release(&batch)
        }
        for place in columns.indices {
            columns[place].values = EngineValues.joined(batches[place], nothing: types[place].nothing)
            batches[place] = []
        }
        return EngineAnswer(columns: columns)
    }

    private static func refusal(
        of stream: inout ArrowArrayStream, of driver: UnsafeMutablePointer<AdbcDriver>, _ fault: EngineFault
    ) -> Refusal {
        let message = stream.get_last_error.flatMap { $0(&stream) }.map { String(cString: $0) } ?? "it gave no reason"
        var status = AdbcStatusCode(0)
        // Null where the stream does not tell.
        let told = driver.pointee.ErrorFromArrayStream.flatMap { $0(&stream, &status) }
        return fault.refusal("answer", message, told == nil ? nil : Int(status))
    }

    private static func values(
        of array: ArrowArray, rows: Int, skipping: Int, as type: ArrowType
    ) -> EngineValues {
        let first = Int(array.offset) + skipping
        let valid = array.null_count == 0 || array.n_buffers == 0 ? nil : array.buffers[0]
        func isNull(_ row: Int) -> Bool {
            guard let valid else { return false }
            return valid.load(fromByteOffset: (first + row) / 8, as: UInt8.self) & (1 << UInt8((first + row) % 8)) == 0
        }
        let data = array.n_buffers > 1 ? array.buffers[1] : nil
        func each<Value>(_ value: (Int) -> Value) -> [Value?] {
            guard data != nil || array.dictionary != nil else { return Array(repeating: nil, count: rows) }
            return (0..<rows).map { isNull($0) ? nil : value(first + $0) }
        }
        func at<Value>(_ place: Int, _: Value.Type) -> Value {
            data!.loadUnaligned(fromByteOffset: place * MemoryLayout<Value>.stride, as: Value.self)
        }
        switch type {
        case .null: return .texts(Array(repeating: nil, count: rows))
        case .flag:
            return .flags(each { data!.load(fromByteOffset: $0 / 8, as: UInt8.self) & (1 << UInt8($0 % 8)) != 0 })
        case .whole(let bytes, let isSigned):
            return .wholes(each { whole(data!, $0, bytes, isSigned) })
        case .unsigned64: return .decimals(each { Int128(at($0, UInt64.self)) }, scale: 0)
        case .single: return .doubles(each { Double(at($0, Float.self)) })
        case .double: return .doubles(each { at($0, Double.self) })
        case .day: return .days(each { Day(number: Int(at($0, Int32.self))) })
        case .moment(let perSecond):
            return .microseconds(each { micro(at($0, Int64.self), perSecond) })
        case .decimal(let bytes, let scale):
            return .decimals(
                each { bytes == 16 ? wide(data!, $0) : Int128(whole(data!, $0, bytes, true)) }, scale: scale)
        case .text(let isLarge):
            let characters = array.n_buffers > 2 ? array.buffers[2] : nil
            return .texts(
                each { place in
                    let (start, end) =
                        isLarge
                        ? (Int(at(place, Int64.self)), Int(at(place + 1, Int64.self)))
                        : (Int(at(place, Int32.self)), Int(at(place + 1, Int32.self)))
                    guard end > start, let characters else { return "" }
                    return String(
                        decoding: UnsafeRawBufferPointer(start: characters + start, count: end - start), as: UTF8.self)
                })
        case .dictionary(let bytes, let isSigned, let inner):
            guard let words = array.dictionary else { return inner.value.nothing }
            let known = values(of: words.pointee, rows: Int(words.pointee.length), skipping: 0, as: inner.value)
            guard case .texts(let texts) = known else { return known }
            return .texts(
                each { whole(data!, $0, bytes, isSigned) }.map { place in place.flatMap { texts[$0] } })
        }
    }

    private static func whole(_ data: UnsafeRawPointer, _ place: Int, _ bytes: Int, _ isSigned: Bool) -> Int {
        let at = data + place * bytes
        switch (bytes, isSigned) {
        case (1, true): return Int(at.loadUnaligned(as: Int8.self))
        case (1, false): return Int(at.loadUnaligned(as: UInt8.self))
        case (2, true): return Int(at.loadUnaligned(as: Int16.self))
        case (2, false): return Int(at.loadUnaligned(as: UInt16.self))
        case (4, true): return Int(at.loadUnaligned(as: Int32.self))
        case (4, false): return Int(at.loadUnaligned(as: UInt32.self))
        default: return Int(at.loadUnaligned(as: Int64.self))
        }
    }

    private static func micro(_ ticks: Int64, _ perSecond: Int64) -> Int {
        if perSecond <= 1_000_000 { return Int(ticks * (1_000_000 / perSecond)) }
        let (whole, rest) = ticks.quotientAndRemainder(dividingBy: perSecond / 1_000_000)
        return Int(rest < 0 ? whole - 1 : whole)
    }

    private static func wide(_ data: UnsafeRawPointer, _ place: Int) -> Int128 {
        let low = (data + place * 16).loadUnaligned(as: UInt64.self)
        let high = (data + place * 16 + 8).loadUnaligned(as: Int64.self)
        return Int128(high) << 64 | Int128(low)
    }
}

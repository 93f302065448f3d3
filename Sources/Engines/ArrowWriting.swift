import CAdbc
import Glibc

/// Makes Arrow arrays of batches; whoever is given one frees it through its `release`.
enum ArrowWriting {
    // MARK: - Types

    static func schema(of columns: [IngestColumn]) -> ArrowSchema {
        let children = UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>.allocate(capacity: columns.count)
        for (place, column) in columns.enumerated() {
            let child = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
            child.initialize(to: schema(column.kind.format, column.name, children: nil, count: 0))
            children[place] = child
        }
        return schema("+s", "", children: children, count: columns.count)
    }

    private static func schema(
        _ format: String, _ name: String, children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>?,
        count: Int
    ) -> ArrowSchema {
        ArrowSchema(
            format: strdup(format), name: strdup(name), metadata: nil, flags: Int64(ARROW_NULLABLE),
            n_children: Int64(count), children: children, dictionary: nil,
            release: { schema in
                guard let schema else { return }
                free(UnsafeMutablePointer(mutating: schema.pointee.format))
                free(UnsafeMutablePointer(mutating: schema.pointee.name))
                for place in 0..<Int(schema.pointee.n_children) {
                    guard let child = schema.pointee.children[place] else { continue }
                    if let release = child.pointee.release { release(child) }
                    child.deallocate()
                }
                schema.pointee.children?.deallocate()
                schema.pointee.release = nil
            }, private_data: nil)
    }

    // MARK: - Values

    static func array(of batch: IngestBatch, columns: [IngestColumn]) -> ArrowArray {
        let children = UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>.allocate(capacity: columns.count)
        for (place, values) in batch.values.enumerated() {
            let child = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
            let (missing, marks) = validity(values.isThere)
            child.initialize(to: array(batch.rows, missing: missing, [marks] + buffers(of: values), children: nil, 0))
            children[place] = child
        }
        return array(batch.rows, missing: 0, [nil], children: children, columns.count)
    }

    private static func array(
        _ rows: Int, missing: Int, _ contents: [UnsafeMutableRawPointer?],
        children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>?, _ count: Int
    ) -> ArrowArray {
        let buffers = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: contents.count)
        for (place, content) in contents.enumerated() { buffers[place] = UnsafeRawPointer(content) }
        return ArrowArray(
            length: Int64(rows), null_count: Int64(missing), offset: 0, n_buffers: Int64(contents.count),
            n_children: Int64(count), buffers: buffers, children: children, dictionary: nil,
            release: { array in
                guard let array else { return }
                for place in 0..<Int(array.pointee.n_buffers) {
                    free(UnsafeMutableRawPointer(mutating: array.pointee.buffers[place]))
                }
                array.pointee.buffers.deallocate()
                for place in 0..<Int(array.pointee.n_children) {
                    guard let child = array.pointee.children[place] else { continue }
                    if let release = child.pointee.release { release(child) }
                    child.deallocate()
                }
                array.pointee.children?.deallocate()
                array.pointee.release = nil
            }, private_data: nil)
    }

    /// How many are missing, and a bit for each that is there; no bits where none is missing.
    private static func validity(_ isThere: [Bool]?) -> (Int, UnsafeMutableRawPointer?) {
        guard let isThere else { return (0, nil) }
        let missing = isThere.count { !$0 }
        return missing == 0 ? (0, nil) : (missing, bits(isThere))
    }

    private static func bits(_ flags: [Bool]) -> UnsafeMutableRawPointer {
        let bytes = (flags.count + 7) / 8
        let memory = room(bytes).bindMemory(to: UInt8.self, capacity: max(1, bytes))
        memory.update(repeating: 0, count: bytes)
        for (place, isSet) in flags.enumerated() where isSet { memory[place / 8] |= 1 << UInt8(place % 8) }
        return UnsafeMutableRawPointer(memory)
    }

    private static func buffers(of values: IngestValues) -> [UnsafeMutableRawPointer?] {
        switch values {
        case .wholes(let values, _): return [copy(values)]
        case .days(let values, _): return [copy(values)]
        case .flags(let values, _): return [bits(values)]
        case .texts(let bytes, let ends, _):
            let offsets = room((ends.count + 1) * 4)
            offsets.storeBytes(of: 0, as: Int32.self)
            ends.withUnsafeBytes {
                if $0.count > 0 { (offsets + 4).copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
            }
            return [offsets, copy(bytes)]
        case .decimals(let values, _):
            let wide = room(values.count * 16)
            for (place, value) in values.enumerated() {
                wide.storeBytes(of: value, toByteOffset: place * 16, as: Int64.self)
                wide.storeBytes(of: value < 0 ? -1 : 0, toByteOffset: place * 16 + 8, as: Int64.self)
            }
            return [wide]
        }
    }

    private static func copy<Value>(_ values: [Value]) -> UnsafeMutableRawPointer {
        values.withUnsafeBytes { bytes in
            let memory = room(bytes.count)
            if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
            return memory
        }
    }

    private static func room(_ bytes: Int) -> UnsafeMutableRawPointer { malloc(max(1, bytes))! }
}

import CAdbc
import Glibc
import Vocabulary

/// The batches of one `ingest` as a stream of Arrow arrays that the engine draws.
final class IngestSource {
    private let columns: [IngestColumn]
    private let next: () throws(Refusal) -> IngestBatch?
    private(set) var rows = 0
    /// What `next` threw; the engine then stops, with an error of its own.
    private(set) var refusal: Refusal?
    private let words = strdup("the rows could not be made")

    init(columns: [IngestColumn], next: @escaping () throws(Refusal) -> IngestBatch?) {
        self.columns = columns
        self.next = next
    }

    deinit { free(words) }

    /// A stream that keeps this alive until it is released.
    func stream() -> ArrowArrayStream {
        ArrowArrayStream(
            get_schema: { stream, schema in
                guard let schema, let source = IngestSource.of(stream) else { return EINVAL }
                schema.initialize(to: ArrowWriting.schema(of: source.columns))
                return 0
            },
            get_next: { stream, array in
                guard let array, let source = IngestSource.of(stream) else { return EINVAL }
                return source.draw(into: array)
            },
            get_last_error: { stream in
                guard let source = IngestSource.of(stream), source.refusal != nil else { return nil }
                return UnsafePointer(source.words)
            },
            release: { stream in
                guard let stream, let held = stream.pointee.private_data else { return }
                Unmanaged<IngestSource>.fromOpaque(held).release()
                stream.pointee.private_data = nil
                stream.pointee.release = nil
            },
            private_data: Unmanaged.passRetained(self).toOpaque())
    }

    private static func of(_ stream: UnsafeMutablePointer<ArrowArrayStream>?) -> IngestSource? {
        stream?.pointee.private_data.map { Unmanaged<IngestSource>.fromOpaque($0).takeUnretainedValue() }
    }

    private func draw(into array: UnsafeMutablePointer<ArrowArray>) -> Int32 {
        do throws(Refusal) {
            guard let batch = try next() else {
                array.initialize(to: ArrowArray())
                return 0
            }
            array.initialize(to: ArrowWriting.array(of: batch, columns: columns))
            rows += batch.rows
            return 0
        } catch {
            refusal = error
            return EIO
        }
    }
}

import Activity
import Foundation
import Tabular
import Vocabulary

/// A file's pieces typed on threads of their own and handed on in the file's order; few of them at a time.
final class TypedPieces: @unchecked Sendable {
    private let reader: ActivityReader
    private let pieces: FilePieces
    private let condition = NSCondition()
    /// Held by the thread that cuts: cutting reads the file, and nobody else need wait for it.
    private let cutting = NSLock()
    private var running: Int
    /// The number of the next piece to be cut, and to be handed on.
    private var (cut, wanted) = (0, 0)
    private var isCut = false
    private var isAbandoned = false
    private var done: [Int: Result<ActivityBatch, Refusal>] = [:]
    /// Pieces that were refused, to be read again with the row at which they begin.
    private var refused: [Int: RowPiece] = [:]
    private var linesBefore: Int

    init(_ pieces: FilePieces, reader: ActivityReader, threads: Int) {
        self.pieces = pieces
        self.reader = reader
        running = max(1, threads)
        linesBefore = pieces.headerLines
        for _ in 0..<running {
            let thread = Thread { [self] in work() }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// The next batch and the lines of the file before it; nil at the end.
    ///
    /// - Throws: what the first piece at fault was refused for.
    func next() throws(Refusal) -> (batch: ActivityBatch, linesBefore: Int)? {
        condition.lock()
        while done[wanted] == nil, running > 0 { condition.wait() }
        let found = done.removeValue(forKey: wanted)
        let piece = refused.removeValue(forKey: wanted)
        wanted += 1
        condition.broadcast()
        condition.unlock()
        guard let found else { return nil }
        do throws(Refusal) {
            let batch = try found.get()
            defer { linesBefore += batch.lines }
            return (batch, linesBefore)
        } catch {
            abandon()
            guard let piece else { throw error }
            _ = try reader.read(piece, firstRow: linesBefore + 1)
            throw error
        }
    }

    /// Lets the threads end.
    func abandon() {
        condition.lock()
        isAbandoned = true
        condition.broadcast()
        condition.unlock()
    }

    private func work() {
        while let (number, piece) = take() {
            let typed: Result<ActivityBatch, Refusal>
            switch piece {
            case .success(let piece):
                do throws(Refusal) {
                    typed = .success(try reader.read(piece, firstRow: 1))
                } catch {
                    typed = .failure(error)
                    condition.lock()
                    refused[number] = piece
                    condition.unlock()
                }
            case .failure(let refusal): typed = .failure(refusal)
            }
            condition.lock()
            done[number] = typed
            condition.broadcast()
            condition.unlock()
        }
        condition.lock()
        running -= 1
        condition.broadcast()
        condition.unlock()
    }

    /// Cuts the next piece, where not too many wait; nil where there is no more.
    private func take() -> (Int, Result<RowPiece, Refusal>)? {
        cutting.lock()
        defer { cutting.unlock() }
        condition.lock()
        while cut - wanted >= 6, !isAbandoned, !isCut { condition.wait() }
        let isOver = isAbandoned || isCut
        condition.unlock()
        guard !isOver else { return nil }
        let piece: Result<RowPiece?, Refusal>
        do throws(Refusal) { piece = .success(try pieces.next()) } catch { piece = .failure(error) }
        condition.lock()
        defer { condition.unlock() }
        switch piece {
        case .success(let piece?):
            cut += 1
            return (cut - 1, .success(piece))
        case .success(nil):
            isCut = true
            condition.broadcast()
            return nil
        case .failure(let refusal):
            isCut = true
            cut += 1
            return (cut - 1, .failure(refusal))
        }
    }
}

/// Reads a body of several parts as it comes in, in pieces of any size: it holds back no more than the lines above a
/// part or one boundary.
///
/// Reference: RFC 2046, section 5.1; RFC 7578.
struct MultipartReader {
    /// What was found, in order: a part's head, its bytes in one piece or several, its end.
    enum Found: Hashable, Sendable {
        case head(PartHead)
        case bytes([UInt8])
        case end
    }

    private enum Place {
        case before, head, within, after
    }

    private let delimiter: [UInt8]
    private let limits: BodyLimits
    /// The first boundary needs no line break before it: one is put there.
    private var held: [UInt8] = [13, 10]
    private var place = Place.before
    private var parts = 0
    /// Blanks that may stand between a boundary and the end of its line.
    private static let padding = 64

    init(boundary: [UInt8], limits: BodyLimits) {
        delimiter = [13, 10, 45, 45] + boundary
        self.limits = limits
    }

    mutating func take(_ bytes: some Sequence<UInt8>) throws(BodyFault) -> [Found] {
        held.append(contentsOf: bytes)
        var found: [Found] = []
        var start = 0
        while try step(from: &start, &found) {}
        held.removeFirst(start)
        return found
    }

    /// - Throws: `BodyFault` where the last boundary has not come.
    func finish() throws(BodyFault) {
        guard place == .after else { throw BodyFault(.malformed, "The form was cut off before its end.") }
    }

    /// - Returns: false where more is needed to go on.
    private mutating func step(from start: inout Int, _ found: inout [Found]) throws(BodyFault) -> Bool {
        switch place {
        case .after:
            start = held.count
            return false
        case .head: return try head(from: &start, &found)
        case .before, .within:
            let isWithin = place == .within
            switch boundary(from: start) {
            case .none(let safe):
                if isWithin, safe > start { found.append(.bytes(Array(held[start..<safe]))) }
                start = safe
                return false
            case .one(let at, let next):
                if isWithin {
                    if at > start { found.append(.bytes(Array(held[start..<at]))) }
                    found.append(.end)
                }
                start = next
                place = .head
                return true
            case .last(let at):
                if isWithin {
                    if at > start { found.append(.bytes(Array(held[start..<at]))) }
                    found.append(.end)
                }
                start = held.count
                place = .after
                return false
            }
        }
    }

    private mutating func head(from start: inout Int, _ found: inout [Found]) throws(BodyFault) -> Bool {
        // The line break of the boundary's own line is kept, so that a head without lines is seen as one.
        let end = MultipartReader.position(of: [13, 10, 13, 10], in: held, from: start)
        guard (end ?? held.count) - start <= limits.headerBytes else {
            throw BodyFault(.tooLarge, "The lines above a part are longer than \(limits.headerBytes) bytes.")
        }
        guard let end else { return false }
        parts += 1
        guard parts <= limits.parts else {
            throw BodyFault(.tooLarge, "The form has more than \(limits.parts) parts.")
        }
        found.append(.head(try PartHead(lines: held[min(start + 2, end)..<end], limits: limits)))
        start = end + 4
        place = .within
        return true
    }

    private enum Boundary {
        /// None yet; up to `safe` nothing can belong to one.
        case none(safe: Int)
        case one(at: Int, next: Int)
        case last(at: Int)
    }

    private func boundary(from start: Int) -> Boundary {
        var place = start
        while place < held.count {
            guard let found = held[place...].firstIndex(of: 13) else { return .none(safe: held.count) }
            let length = min(delimiter.count, held.count - found)
            guard held[found..<(found + length)].elementsEqual(delimiter[..<length]) else {
                place = found + 1
                continue
            }
            guard length == delimiter.count else { return .none(safe: found) }
            switch ending(after: found + length) {
            case .unknown: return .none(safe: found)
            case .last: return .last(at: found)
            case .line(let end): return .one(at: found, next: end)
            case .other: place = found + 1
            }
        }
        return .none(safe: held.count)
    }

    private enum Ending {
        case unknown, last, other
        /// The place of the line break after the boundary.
        case line(Int)
    }

    /// What follows a boundary: two hyphens, or blanks and a line break. Anything else is data that only begins so.
    private func ending(after start: Int) -> Ending {
        guard start < held.count else { return .unknown }
        if held[start] == 45 {
            guard start + 1 < held.count else { return .unknown }
            return held[start + 1] == 45 ? .last : .other
        }
        var place = start
        while place < held.count, held[place] == 32 || held[place] == 9 {
            place += 1
            if place - start > MultipartReader.padding { return .other }
        }
        guard place < held.count else { return .unknown }
        guard held[place] == 13 else { return .other }
        guard place + 1 < held.count else { return .unknown }
        return held[place + 1] == 10 ? .line(place) : .other
    }

    private static func position(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count - start >= pattern.count else { return nil }
        return (start...(bytes.count - pattern.count)).first { place in
            bytes[place] == pattern[0] && bytes[place..<(place + pattern.count)].elementsEqual(pattern)
        }
    }
}

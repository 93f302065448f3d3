import CAdbc
import Vocabulary

/// A column's type as Arrow writes it, of those that are read here.
enum ArrowType {
    case null
    case flag
    case whole(bytes: Int, isSigned: Bool)
    case unsigned64
    case single
    case double
    case day
    /// Ticks since the beginning of 1970.
    case moment(perSecond: Int64)
    case decimal(bytes: Int, scale: Int)
    case text(isLarge: Bool)
    /// Places in a list of texts.
    indirect case dictionary(bytes: Int, isSigned: Bool, Inner)

    struct Inner {
        let value: ArrowType
    }

    /// - Throws: `Refusal`, code `engine-type`: times of day, intervals, lists, structures.
    init(_ schema: ArrowSchema, named name: String) throws(Refusal) {
        let format = schema.format.map { String(cString: $0) } ?? ""
        let plain = ArrowType.plain(format)
        if let words = schema.dictionary {
            guard case .whole(let bytes, let isSigned)? = plain else { throw ArrowType.unread(format, name) }
            let inner = try ArrowType(words.pointee, named: name)
            self = .dictionary(bytes: bytes, isSigned: isSigned, Inner(value: inner))
        } else if let plain {
            self = plain
        } else {
            throw ArrowType.unread(format, name)
        }
    }

    private static func plain(_ format: String) -> ArrowType? {
        switch format {
        case "n": return .null
        case "b": return .flag
        case "c": return .whole(bytes: 1, isSigned: true)
        case "C": return .whole(bytes: 1, isSigned: false)
        case "s": return .whole(bytes: 2, isSigned: true)
        case "S": return .whole(bytes: 2, isSigned: false)
        case "i": return .whole(bytes: 4, isSigned: true)
        case "I": return .whole(bytes: 4, isSigned: false)
        case "l": return .whole(bytes: 8, isSigned: true)
        case "L": return .unsigned64
        case "f": return .single
        case "g": return .double
        case "u": return .text(isLarge: false)
        case "U": return .text(isLarge: true)
        case "tdD": return .day
        default: break
        }
        // ts, then the unit, a colon and the time zone
        for (unit, perSecond) in [("s", 1), ("m", 1_000), ("u", 1_000_000), ("n", 1_000_000_000)] as [(String, Int64)]
        where format.hasPrefix("ts\(unit):") {
            return .moment(perSecond: perSecond)
        }
        // d:precision,scale or d:precision,scale,bits
        guard format.hasPrefix("d:") else { return nil }
        let parts = format.dropFirst(2).split(separator: ",").compactMap { Int($0) }
        guard parts.count >= 2 else { return nil }
        let bits = parts.count == 2 ? 128 : parts[2]
        guard [32, 64, 128].contains(bits) else { return nil }
        return .decimal(bytes: bits / 8, scale: parts[1])
    }

    private static func unread(_ format: String, _ name: String) -> Refusal {
        Refusal(
            .engine, code: "engine-type",
            "The query engine's column “\(name)” has a type that is not read here (Arrow's \(format)).",
            remedy: "Cast it to text, a date or a number in the query.")
    }

    /// No values of this type.
    var nothing: EngineValues {
        switch self {
        case .null, .text, .dictionary: .texts([])
        case .flag: .flags([])
        case .whole: .wholes([])
        case .unsigned64: .decimals([], scale: 0)
        case .single, .double: .doubles([])
        case .day: .days([])
        case .moment: .microseconds([])
        case .decimal(_, let scale): .decimals([], scale: scale)
        }
    }
}

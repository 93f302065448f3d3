extension JSONValue {
    public static let depthLimit = 128

    /// A document read from its bytes: whole numbers exact, every fault with its line and column.
    ///
    /// - Parameter name: the file's, for refusals.
    /// - Returns: the value; objects keep their order.
    /// - Throws: a `Refusal` where the bytes are not UTF-8 or not JSON (RFC 8259), a key stands twice in an
    ///   object, a whole number does not fit 64 bits, a decimal is too large, or values nest deeper than 128.
    public init(parsing bytes: [UInt8], named name: String) throws(Refusal) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Refusal(
                .input, code: "json-unreadable", "\(name.printable) is not in UTF-8.",
                remedy: "Save it as UTF-8 and try again.")
        }
        var reading = JSONReading(bytes, name: name)
        self = try reading.document()
    }
}

/// One document being read, byte by byte; the bytes are known to be UTF-8.
private struct JSONReading {
    private let bytes: [UInt8]
    private let name: String
    private var at = 0

    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    mutating func document() throws(Refusal) -> JSONValue {
        skipBlanks()
        guard at < bytes.count else {
            throw Refusal(
                .input, code: "file-empty", "\(name.printable) is empty.",
                remedy: "Fetch the file again from its publisher.")
        }
        let value = try value(depth: 0)
        skipBlanks()
        guard at == bytes.count else { throw fault("something follows the end of the document") }
        return value
    }

    private mutating func value(depth: Int) throws(Refusal) -> JSONValue {
        guard depth < JSONValue.depthLimit else { throw fault("values nest deeper than \(JSONValue.depthLimit)") }
        guard let first = peek else { throw fault("the document ends too early") }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw fault("a value was expected")
        }
    }

    private mutating func object(depth: Int) throws(Refusal) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        var keys: Set<String> = []
        skipBlanks()
        if take("}") { return .object([]) }
        while true {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw fault("a key in quotation marks was expected") }
            let start = at
            let key = try text()
            guard keys.insert(key).inserted else {
                at = start
                throw fault("the key \"\(key.printable)\" stands twice in one object")
            }
            skipBlanks()
            guard take(":") else { throw fault("a colon was expected after \"\(key.printable)\"") }
            skipBlanks()
            members.append(.init(key, try value(depth: depth + 1)))
            skipBlanks()
            if take("}") { return .object(members) }
            guard take(",") else { throw fault("a comma or } was expected") }
        }
    }

    private mutating func list(depth: Int) throws(Refusal) -> JSONValue {
        at += 1
        var values: [JSONValue] = []
        skipBlanks()
        if take("]") { return .list([]) }
        while true {
            skipBlanks()
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return .list(values) }
            guard take(",") else { throw fault("a comma or ] was expected") }
        }
    }

    private mutating func number() throws(Refusal) -> JSONValue {
        let start = at
        _ = take("-")
        let first = at
        skipDigits()
        guard at > first, at == first + 1 || bytes[first] != UInt8(ascii: "0") else { throw fault("this is no number") }
        var isWhole = true
        if take(".") {
            isWhole = false
            let digits = at
            skipDigits()
            guard at > digits else { throw fault("digits were expected after the point") }
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            let digits = at
            skipDigits()
            guard at > digits else { throw fault("digits were expected in the exponent") }
        }
        let spelling = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole {
            guard let value = Int(spelling) else {
                at = start
                throw fault("the whole number \(spelling.prefix(40)) does not fit 64 bits")
            }
            return .integer(value)
        }
        guard let value = Double(spelling), value.isFinite else {
            at = start
            throw fault("the number \(spelling.prefix(40)) is too large")
        }
        return .decimal(value)
    }

    private mutating func text() throws(Refusal) -> String {
        let start = at
        at += 1
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                at += 1
                text.append(contentsOf: try escaped())
            case 0..<32: throw fault("a control character stands in a text without an escape")
            default:
                text.append(byte)
                at += 1
            }
        }
        at = start
        throw fault("a text that begins here has no end")
    }

    /// What an escape stands for, in UTF-8.
    private mutating func escaped() throws(Refusal) -> [UInt8] {
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92, UInt8(ascii: "/"): 47, UInt8(ascii: "b"): 8,
            UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
        ]
        guard let letter = peek else { throw fault("the document ends too early") }
        if let byte = plain[letter] {
            at += 1
            return [byte]
        }
        guard take("u") else { throw fault("there is no such escape") }
        var code = try fourDigits()
        if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
            let low = try fourDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw fault("half a character stands in a text") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half a character stands in a text") }
        return Array(String(scalar).utf8)
    }

    private mutating func fourDigits() throws(Refusal) -> UInt32 {
        let digits = bytes[at...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits were expected") }
        at += 4
        return code
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Refusal) -> JSONValue {
        guard bytes[at...].starts(with: word.utf8) else { throw fault("a value was expected") }
        at += word.utf8.count
        return value
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func skipDigits() {
        while let byte = peek, (48...57).contains(byte) { at += 1 }
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 32 || byte == 10 || byte == 13 || byte == 9 { at += 1 }
    }

    /// Columns count characters, as an editor does.
    private func fault(_ what: String) -> Refusal {
        let before = bytes.prefix(at)
        let line = before.count { $0 == 10 } + 1
        let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
        let column = String(decoding: before[start...], as: UTF8.self).count + 1
        return Refusal(
            .input, code: "json-unreadable",
            "\(name.printable), line \(line), column \(column): \(what).", remedy: "Mend it there and try again.")
    }
}

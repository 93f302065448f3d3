extension JSONValue {
    /// A value read from this JSON, as its `Decodable` conformance says.
    ///
    /// A key that ends in `Pence` may be given without that ending, as pounds in text: `"amount": "£120,000"`. A key
    /// that the type does not know is refused, so that a slip of the pen is not silently left out.
    ///
    /// - Parameter name: of the file or thing read, for the sentence.
    /// - Throws: `Refusal` of kind `input` that names the place: `options[3].costs[0].year`.
    public func decoded<Value: Decodable>(as type: Value.Type = Value.self, named name: String) throws(Refusal) -> Value
    {
        do {
            let reading = JSONDecoding(value: self, codingPath: [])
            let value = try Value(from: reading)
            try reading.refuseUnknownKeys()
            return value
        } catch let error as DecodingError {
            throw error.refusal(named: name)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.input, code: "json-invalid", "\(name): \(error)")
        }
    }
}

extension DecodingError {
    fileprivate func refusal(named name: String) -> Refusal {
        func refusal(_ context: Context, _ words: String, _ code: String) -> Refusal {
            let place = JSONDecoding.words(context.codingPath)
            return Refusal(.input, code: code, "\(name): \(place.isEmpty ? "" : "\(place): ")\(words).")
        }
        switch self {
        case .keyNotFound(let key, let context):
            return refusal(context, "“\(key.stringValue)” is missing", "key-missing")
        case .typeMismatch(_, let context): return refusal(context, context.debugDescription, "value-kind")
        case .valueNotFound(_, let context): return refusal(context, "there is no value", "value-missing")
        case .dataCorrupted(let context): return refusal(context, context.debugDescription, "value-invalid")
        @unknown default: return Refusal(.input, code: "value-invalid", "\(name) cannot be read.")
        }
    }
}

/// The keys of one object that were asked for.
private final class KeysAsked {
    var keys: Set<String> = []
    var isKeyed = false
}

private struct JSONDecoding: Decoder {
    let value: JSONValue
    var codingPath: [any CodingKey]
    let asked = KeysAsked()
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func words(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text
    }

    func refuseUnknownKeys() throws {
        guard asked.isKeyed, case .object(let members) = value else { return }
        guard let unknown = members.first(where: { !asked.keys.contains($0.key) }) else { return }
        throw DecodingError.dataCorrupted(
            .init(codingPath: codingPath, debugDescription: "“\(unknown.key)” is not known here"))
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = value else { throw mismatch("an object") }
        asked.isKeyed = true
        return KeyedDecodingContainer(KeyedDecoding<Key>(members: members, codingPath: codingPath, asked: asked))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let items) = value else { throw mismatch("a list") }
        return ListedDecoding(items: items, codingPath: codingPath)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleDecoding(decoder: self) }

    func mismatch(_ wanted: String) -> DecodingError {
        .typeMismatch(
            JSONValue.self,
            .init(codingPath: codingPath, debugDescription: "\(wanted) is expected, not \(value.canonical.prefix(60))"))
    }

    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == JSONValue.self { return value as! Value }
        let decoded: Value
        do {
            decoded = try Value(from: self)
        } catch DecodingError.dataCorrupted(let context) where context.debugDescription.hasPrefix("Cannot initialize") {
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: unknownWord(type)))
        }
        try refuseUnknownKeys()
        return decoded
    }

    /// Says in our words what the standard library says of a raw value that no case has.
    private func unknownWord(_ type: Any.Type) -> String {
        func words<Listed: CaseIterable & RawRepresentable>(_ type: Listed.Type) -> [String] {
            type.allCases.map { "\($0.rawValue)" }
        }
        let given = if case .text(let text) = value { "“\(text.printable)”" } else { value.canonical.printable }
        guard let listed = type as? any (CaseIterable & RawRepresentable).Type else {
            return "\(given) is not known here"
        }
        return "\(given) is none of: \(words(listed).joined(separator: ", "))"
    }
}

private struct ListPlace: CodingKey {
    let intValue: Int?
    var stringValue: String { "\(intValue ?? 0)" }
    init(_ place: Int) { intValue = place }
    init?(stringValue: String) { nil }
    init?(intValue: Int) { self.intValue = intValue }
}

private struct NamedPlace: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

private struct KeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [JSONValue.Member]
    var codingPath: [any CodingKey]
    let asked: KeysAsked

    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

    private func value(at key: String) -> JSONValue? {
        asked.keys.insert(key)
        return members.last { $0.key == key }?.value
    }

    /// The key without `Pence`, under which pounds may stand in text; nil for any other key.
    private func poundsKey(_ key: Key) -> String? {
        key.stringValue.hasSuffix("Pence") ? String(key.stringValue.dropLast("Pence".count)) : nil
    }

    /// The value at the key, or at the key without `Pence`.
    private func found(_ key: Key) -> JSONValue? {
        let pounds = poundsKey(key).flatMap { value(at: $0) }
        return value(at: key.stringValue) ?? pounds
    }

    /// Pounds are text with their sign: a bare number at such a key would be taken for pence.
    private func decoder(_ key: Key) throws -> JSONDecoding {
        guard let value = found(key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: ""))
        }
        guard let name = poundsKey(key), let pounds = self.value(at: name), pounds != .null else {
            return JSONDecoding(value: value, codingPath: codingPath + [key])
        }
        guard self.value(at: key.stringValue) == nil else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: codingPath,
                    debugDescription: "“\(name)” and “\(key.stringValue)” are both given, and one is enough"))
        }
        let decoding = JSONDecoding(value: pounds, codingPath: codingPath + [NamedPlace(name)])
        guard case .text = pounds else { throw decoding.mismatch("pounds in text such as “£1,250.50”") }
        return decoding
    }

    func contains(_ key: Key) -> Bool { found(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { found(key) ?? .null == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder(key).read(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { JSONDecoding(value: .object(members), codingPath: codingPath) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
}

private struct ListedDecoding: UnkeyedDecodingContainer {
    let items: [JSONValue]
    var codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(items: [JSONValue], codingPath: [any CodingKey]) {
        self.items = items
        self.codingPath = codingPath
    }

    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    private mutating func next() throws -> JSONDecoding {
        let path = codingPath + [ListPlace(currentIndex)]
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(JSONValue.self, .init(codingPath: path, debugDescription: ""))
        }
        defer { currentIndex += 1 }
        return JSONDecoding(value: items[currentIndex], codingPath: path)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, items[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().read(type) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct SingleDecoding: SingleValueDecodingContainer {
    let decoder: JSONDecoding
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.value == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .flag(let flag) = decoder.value else { throw decoder.mismatch("true or false") }
        return flag
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .text(let text) = decoder.value else { throw decoder.mismatch("text") }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        switch decoder.value {
        case .integer(let number): return Double(number)
        case .decimal(let number): return number
        default: throw decoder.mismatch("a number")
        }
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try whole() }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole() }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole() }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole() }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole() }
    func decode(_ type: UInt.Type) throws -> UInt { try whole() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole() }

    private func whole<Whole: FixedWidthInteger>() throws -> Whole {
        if case .integer(let number) = decoder.value, let whole = Whole(exactly: number) { return whole }
        if case .decimal(let number) = decoder.value, let whole = Whole(exactly: number) { return whole }
        throw decoder.mismatch("a whole number")
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.read(type) }
}

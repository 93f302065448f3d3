extension JSONValue {
    /// The value as JSON, as its `Encodable` conformance says; nothing is written for what is nil.
    ///
    /// - Precondition: the conformance encodes keyed, listed or single values and does not throw.
    public init(encoding value: some Encodable) {
        do {
            let place = EncodedPlace()
            try value.encode(to: JSONEncoding(place: place, codingPath: []))
            self = place.value
        } catch {
            preconditionFailure("\(type(of: value)) cannot be written as JSON: \(error)")
        }
    }
}

/// Where an encoder writes: filled by the container that was asked for.
private final class EncodedPlace {
    var single: JSONValue = .null
    var members: [(key: String, place: EncodedPlace)] = []
    var items: [EncodedPlace] = []
    var form = Form.single

    enum Form { case single, keyed, listed }

    var value: JSONValue {
        switch form {
        case .single: single
        case .keyed: .object(members.map { JSONValue.Member($0.key, $0.place.value) })
        case .listed: .list(items.map(\.value))
        }
    }
}

private struct JSONEncoding: Encoder {
    let place: EncodedPlace
    var codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        place.form = .keyed
        return KeyedEncodingContainer(KeyedEncoding<Key>(place: place, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        place.form = .listed
        return ListedEncoding(place: place, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleEncoding(place: place, codingPath: codingPath)
    }
}

extension JSONEncoding {
    /// What a value is as JSON: the plain kinds at once, the others by their own conformance.
    static func write(_ value: some Encodable, to place: EncodedPlace, at path: [any CodingKey]) throws {
        switch value {
        case let text as String: place.single = .text(text)
        case let flag as Bool: place.single = .flag(flag)
        case let number as Int: place.single = .integer(number)
        case let number as Double: place.single = .decimal(number)
        case let whole as any BinaryInteger: place.single = .integer(Int(whole))
        case let json as JSONValue: place.single = json
        default: try value.encode(to: JSONEncoding(place: place, codingPath: path))
        }
    }
}

private struct KeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let place: EncodedPlace
    var codingPath: [any CodingKey]

    private func member(_ key: some CodingKey) -> EncodedPlace {
        let inner = EncodedPlace()
        place.members.append((key.stringValue, inner))
        return inner
    }

    mutating func encodeNil(forKey key: Key) { member(key).single = .null }

    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try JSONEncoding.write(value, to: member(key), at: codingPath + [key])
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        JSONEncoding(place: member(key), codingPath: codingPath + [key]).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONEncoding(place: member(key), codingPath: codingPath + [key]).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        JSONEncoding(place: member(SuperKey()), codingPath: codingPath)
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        JSONEncoding(place: member(key), codingPath: codingPath + [key])
    }
}

private struct SuperKey: CodingKey {
    var stringValue: String { "super" }
    var intValue: Int? { nil }
    init() {}
    init?(stringValue: String) { nil }
    init?(intValue: Int) { nil }
}

private struct ListedEncoding: UnkeyedEncodingContainer {
    let place: EncodedPlace
    var codingPath: [any CodingKey]
    var count: Int { place.items.count }

    private func item() -> EncodedPlace {
        let inner = EncodedPlace()
        place.items.append(inner)
        return inner
    }

    mutating func encodeNil() { item().single = .null }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        try JSONEncoding.write(value, to: item(), at: codingPath)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        JSONEncoding(place: item(), codingPath: codingPath).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONEncoding(place: item(), codingPath: codingPath).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { JSONEncoding(place: item(), codingPath: codingPath) }
}

private struct SingleEncoding: SingleValueEncodingContainer {
    let place: EncodedPlace
    var codingPath: [any CodingKey]

    mutating func encodeNil() { place.single = .null }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        try JSONEncoding.write(value, to: place, at: codingPath)
    }
}

extension DocumentShape {
    /// A type whose shape is told rather than found, with an example of it.
    package struct Known: Sendable {
        fileprivate let type: ObjectIdentifier
        fileprivate let shape: DocumentShape
        fileprivate let example: any Sendable

        package init<Value: Sendable>(_ example: Value, _ shape: DocumentShape) {
            type = ObjectIdentifier(Value.self)
            self.shape = shape
            self.example = example
        }
    }

    /// The shape of the documents that a type reads: found by letting the type read one that is made up as it asks.
    ///
    /// What a type asks for only where it is there (`decodeIfPresent`) is optional; a word of a listed type is a choice.
    ///
    /// - Parameter known: types whose own form does not show in what they ask for, such as those of several forms.
    /// - Throws: `Refusal` of kind `engine`, code `no-shape`, where a type cannot be found out so: tell it as known.
    package static func read<Value: Decodable>(
        by type: Value.Type, knowing known: [Known] = []
    ) throws(Refusal) -> DocumentShape {
        let ground = ProbeGround(known + plain)
        do {
            return try ground.probe(type).shape
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.engine, code: "no-shape", "The shape of \(type) is not found by asking it: \(error)")
        }
    }

    private static let plain: [Known] = [
        Known("a", .text), Known(true, .flag), Known(1, .whole), Known(1.0, .number),
        Known(Slug("a")!, .name), Known(OrganisationCode("QZW")!, .code), Known(EvidenceID(bytes: zeros), .digest),
        Known(Day("2026-03-31")!, .day), Known(Month("2026-03")!, .month),
        Known(FinancialYear("2026/27")!, .financialYear), Known(Moment(secondsSince1970: 0), .moment),
        Known(Money(pence: 100), .pence), Known(Personal(digest: EvidenceID(bytes: zeros)), .personal),
    ]

    private static let zeros = [UInt8](repeating: 0, count: 32)
}

/// What is known beforehand, and which types are being asked.
private final class ProbeGround {
    private let known: [ObjectIdentifier: DocumentShape.Known]
    private var asking: Set<ObjectIdentifier> = []

    init(_ known: [DocumentShape.Known]) {
        self.known = Dictionary(known.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func isAsking(_ type: Any.Type) -> Bool { asking.contains(ObjectIdentifier(type)) }

    func probe<Value: Decodable>(_ type: Value.Type) throws -> (value: Value, shape: DocumentShape) {
        let id = ObjectIdentifier(type)
        if let known = known[id] { return (known.example as! Value, known.shape) }
        if let listed = type as? any (CaseIterable & RawRepresentable).Type, let words = words(of: listed) {
            return (words.first as! Value, .choice(words.all))
        }
        guard asking.insert(id).inserted else { throw failure(type, "it holds itself") }
        defer { asking.remove(id) }
        let place = ProbedPlace()
        do {
            let value = try Value(from: ShapeProbe(place: place, ground: self))
            return (value, place.shape)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw failure(type, "\(error)")
        }
    }

    private func failure(_ type: Any.Type, _ why: String) -> Refusal {
        Refusal(.engine, code: "no-shape", "The shape of \(type) is not found by asking it: \(why)")
    }

    private func words<Listed: CaseIterable & RawRepresentable>(
        of type: Listed.Type
    ) -> (first: Listed, all: [String])? {
        let all = type.allCases.compactMap { $0.rawValue as? String }
        guard let first = type.allCases.first, !all.isEmpty else { return nil }
        return (first, all)
    }
}

/// What one type asked for.
private final class ProbedPlace {
    var fields: [DocumentShape.Field] = []
    var optional: Set<String> = []
    var single: DocumentShape?
    var item: DocumentShape?
    var isKeyed = false
    var isListed = false
    /// It asked for all keys there are: a dictionary.
    var asksAllKeys = false

    var shape: DocumentShape {
        if asksAllKeys, let field = fields.first { return .map(field.shape) }
        if isKeyed {
            return .object(
                fields.map { .init($0.key, $0.shape, "", isOptional: optional.contains($0.key)) })
        }
        if isListed { return .list(item ?? .written("of the type’s own form")) }
        return single ?? .object([])
    }

    func note(_ key: String, _ shape: DocumentShape) {
        if !fields.contains(where: { $0.key == key }) { fields.append(.init(key, shape, "")) }
    }
}

private struct ShapeProbe: Decoder {
    let place: ProbedPlace
    let ground: ProbeGround
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        place.isKeyed = true
        return KeyedDecodingContainer(KeyedProbe<Key>(place: place, ground: ground))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        place.isListed = true
        return ListProbe(place: place, ground: ground)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleProbe(probe: self) }
}

private struct KeyedProbe<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let place: ProbedPlace
    let ground: ProbeGround
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        place.asksAllKeys = true
        return Key(stringValue: "a").map { [$0] } ?? []
    }

    func contains(_ key: Key) -> Bool {
        place.optional.insert(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        place.optional.insert(key.stringValue)
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let (value, shape) = try ground.probe(type)
        place.note(key.stringValue, shape)
        return value
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        place.optional.insert(key.stringValue)
        return try decode(type, forKey: key)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw unasked }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw unasked }
    func superDecoder() throws -> any Decoder { ShapeProbe(place: place, ground: ground) }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw unasked }

    private var unasked: Refusal {
        Refusal(.engine, code: "no-shape", "A container within a container is not asked for here.")
    }
}

private struct ListProbe: UnkeyedDecodingContainer {
    let place: ProbedPlace
    let ground: ProbeGround
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    private(set) var currentIndex = 0
    var isAtEnd: Bool { currentIndex > 0 }

    init(place: ProbedPlace, ground: ProbeGround) {
        self.place = place
        self.ground = ground
    }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (value, shape) = try ground.probe(type)
        place.item = shape
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { throw unasked }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unasked }
    mutating func superDecoder() throws -> any Decoder { throw unasked }

    private var unasked: Refusal {
        Refusal(.engine, code: "no-shape", "A list within a list is not asked for here.")
    }
}

private struct SingleProbe: SingleValueDecodingContainer {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (value, shape) = try probe.ground.probe(type)
        probe.place.single = shape
        return value
    }
}

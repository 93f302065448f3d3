package import Vocabulary
import Yams

/// YAML that people write, as values.
///
/// Words mean what they mean in JSON: `true`, `false`, `null` (also `~` and nothing), whole numbers and
/// decimals. All else is text as it stands: `no`, `2024-04-01`, `0012` and `12:30` are no flag, time, octal
/// or sexagesimal.
package enum YAMLFile {
    package static let depthLimit = 64
    /// Anchors repeat what they name: what they grow to is bounded.
    static let valueLimit = 1_000_000

    /// - Parameter name: the file's, for refusals.
    /// - Returns: the one document's value; nothing at all is null.
    /// - Throws: a `Refusal` that names the line and column where the text is not YAML, has a key twice, a
    ///   key that is no text, a number that does not fit, or several documents, and where values nest deeper
    ///   than 64.
    package static func value(of text: String, named name: String) throws(Refusal) -> JSONValue {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw refusal(error, name)
        } catch {
            throw fault(name, nil, "\(error)")
        }
        guard let root else { return .null }
        var left = valueLimit
        return try value(of: root, named: name, depth: 0, left: &left)
    }

    /// - Throws: as for text, and where the bytes are not UTF-8.
    package static func value(of bytes: [UInt8], named name: String) throws(Refusal) -> JSONValue {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(name, nil, "it is not in UTF-8") }
        return try value(of: text, named: name)
    }

    private static func value(
        of node: Node, named name: String, depth: Int, left: inout Int
    ) throws(Refusal) -> JSONValue {
        left -= 1
        guard depth < depthLimit else { throw fault(name, node.mark, "values nest deeper than \(depthLimit)") }
        guard left >= 0 else { throw fault(name, node.mark, "there are more than \(valueLimit) values") }
        switch node {
        case .scalar(let scalar): return try value(of: scalar, named: name)
        case .sequence(let sequence):
            var values: [JSONValue] = []
            for item in sequence { values.append(try value(of: item, named: name, depth: depth + 1, left: &left)) }
            return .list(values)
        case .mapping(let mapping):
            var members: [JSONValue.Member] = []
            for (key, item) in mapping {
                guard case .scalar(let scalar) = key else { throw fault(name, key.mark, "a key is not a text") }
                guard scalar.string != "<<" else { throw fault(name, key.mark, "merge keys (<<) are not read") }
                members.append(
                    .init(scalar.string, try value(of: item, named: name, depth: depth + 1, left: &left)))
            }
            return .object(members)
        case .alias(let alias): throw fault(name, alias.mark, "an alias names nothing")
        }
    }

    private static func value(of scalar: Node.Scalar, named name: String) throws(Refusal) -> JSONValue {
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any else { return .text(text) }
        switch text {
        case "", "~", "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: break
        }
        let digits = text.utf8.drop { $0 == 45 }
        guard text.utf8.count - digits.count <= 1, let first = digits.first, (48...57).contains(first) else {
            return .text(text)
        }
        let whole = digits.prefix { (48...57).contains($0) }
        guard whole.count == 1 || first != 48 else { return .text(text) }
        if whole.count == digits.count {
            guard let value = Int(text) else {
                throw fault(name, scalar.mark, "the whole number \(text) does not fit 64 bits")
            }
            return .integer(value)
        }
        let rest = digits.dropFirst(whole.count)
        let isDecimal =
            rest.first == 46 && rest.count > 1 && rest.dropFirst().allSatisfy { (48...57).contains($0) }
        return isDecimal ? Double(text).map { .decimal($0) } ?? .text(text) : .text(text)
    }

    private static func refusal(_ error: YamlError, _ name: String) -> Refusal {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return fault(name, mark, problem)
        case .reader(let problem, let offset, _, _):
            return fault(name, nil, offset.map { "\(problem), at character \($0 + 1)" } ?? problem)
        case .duplicatedKeysInMapping(let keys, let context):
            let twice = keys.map { "\"\(SafeName.shown($0))\"" }.joined(separator: ", ")
            return fault(name, context.mark, "the key \(twice) stands twice in one place")
        default: return fault(name, nil, "\(error)")
        }
    }

    private static func fault(_ name: String, _ mark: Mark?, _ what: String) -> Refusal {
        let place = mark.map { ", line \($0.line), column \($0.column)" } ?? ""
        return Refusal(
            .input, code: "yaml-unreadable", "\(SafeName.shown(name))\(place): \(SafeName.shown(what)).",
            remedy: "Mend it there and try again.")
    }
}

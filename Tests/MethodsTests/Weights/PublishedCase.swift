import Foundation
import TestSupport

/// A worked example read from the folder of published cases, where its licence keeps it from being carried over.
struct PublishedCase {
    private let root: [String: Any]

    static func has(_ id: String) -> Bool { SharedData.has("cases/cases/\(id).json") }

    init(_ id: String) throws {
        let bytes = try SharedData.bytes("cases/cases/\(id).json")
        root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    /// What lies at a path such as `input.f1.cutoffs`.
    func value(_ path: String) -> Any? {
        path.split(separator: ".").reduce(root as Any?) { ($0 as? [String: Any])?[String($1)] }
    }

    func number(_ path: String) -> Double { (value(path) as? NSNumber)?.doubleValue ?? .nan }
    func numbers(_ path: String) -> [Double] { (value(path) as? [NSNumber])?.map(\.doubleValue) ?? [] }
    func matrix(_ path: String) -> [[Double]] {
        (value(path) as? [[NSNumber]])?.map { $0.map(\.doubleValue) } ?? []
    }
    func text(_ path: String) -> String { value(path) as? String ?? "" }
}

/// True where lists are of one length and no two numbers differ by more.
func agree(_ found: [Double], _ expected: [Double], within tolerance: Double) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= tolerance }
}

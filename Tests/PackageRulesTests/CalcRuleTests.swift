import Testing

/// `remit calc` answers with the workings that the product itself calls, and works nothing out beside them.
struct CalcRuleTests {
    private static let methods = Checkout.sources.filter {
        $0.path.hasPrefix("Sources/CLI/Calc/") && $0.stem.hasPrefix("Calc")
            && $0.code.contains { $0.contains(": CalcMethod {") }
    }

    @Test func `every method of calc names its working, and calls it`() {
        #expect(Self.methods.count >= 7, "too few methods were looked at")
        #expect(Self.methods.compactMap { fault(in: $0) } == [])
    }

    @Test func `the working of every method of calc is declared in a pure module`() {
        let pure = Checkout.sources.filter { Layers.pure.contains($0.module) }
        let missing = Self.methods.compactMap { working(of: $0) }.filter { name in
            !pure.contains { file in
                file.types.contains { $0.name == name } || file.code.contains { $0.contains("func \(name)(") }
            }
        }
        #expect(missing == [])
    }

    @Test func `no method of calc does arithmetic of its own`() {
        #expect(Self.methods.flatMap { arithmetic(in: $0) } == [])
    }

    @Test func `planted arithmetic is found, and a sign, an arrow or joined texts are not`() {
        let planted = SourceFile(
            path: "Sources/CLI/Calc/CalcA.swift",
            text: """
                enum CalcA: CalcMethod {
                    static let working = "Planned"
                    let source = "a - b" + "c"
                        + "d * e"
                    func answer() -> Int { shown(-400, .decimal(-0.5)) }
                    let sum = value * 2
                    let less = value
                        - other
                }
                """)
        #expect(
            arithmetic(in: planted) == ["Sources/CLI/Calc/CalcA.swift:6", "Sources/CLI/Calc/CalcA.swift:8"])
        #expect(fault(in: planted) == "Sources/CLI/Calc/CalcA.swift does not call Planned")
    }

    private func working(of file: SourceFile) -> String? {
        file.text.firstMatch(of: /static let working = "(\w+)"/).map { String($0.1) }
    }

    /// Strings are blanked in `code`, so that naming a working is not calling it.
    private func fault(in file: SourceFile) -> String? {
        guard let working = working(of: file) else { return "\(file.path) names no working" }
        let isCalled = file.code.contains { line in
            line.ranges(of: working).contains { found in
                let (before, after) = (line[..<found.lowerBound].last, line[found.upperBound...].first)
                return before.map { !$0.isLetter && !$0.isNumber } ?? true && (after == "(" || after == ".")
            }
        }
        return isCalled ? nil : "\(file.path) does not call \(working)"
    }

    /// Lines with an operator between blanks whose right side is no text.
    private func arithmetic(in file: SourceFile) -> [String] {
        file.code.enumerated().compactMap { place, line in
            line.contains(#/ [*/%+\-]=? +[^" ]/#) ? "\(file.path):\(place + 1)" : nil
        }
    }
}

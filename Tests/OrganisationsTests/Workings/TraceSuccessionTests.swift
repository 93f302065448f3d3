import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct TraceSuccessionTests {
    static func graph(_ pairs: (String, String, String)...) -> SuccessionGraph {
        SuccessionGraph(
            pairs.map {
                Succession(predecessor: code($0.0), successor: code($0.1), day: day($0.2), isDerived: false)
            })
    }

    static func trace(
        _ graph: SuccessionGraph, _ from: String, since start: String = "2000-01-01", on end: String = "2030-01-01"
    ) -> SuccessionGraph.Trace {
        graph.trace(code(from), from: day(start), on: day(end))
    }

    @Test func `a chain is followed to the day and no further`() {
        let graph = Self.graph(("A", "B", "2010-04-01"), ("B", "C", "2015-04-01"))
        #expect(Self.trace(graph, "A").ends == [code("C")] && !Self.trace(graph, "A").isSplit)
        #expect(Self.trace(graph, "A", on: "2015-03-31").ends == [code("B")])
        #expect(Self.trace(graph, "A", since: "2010-04-01").ends == [code("A")])
        #expect(Self.trace(graph, "Z").steps.isEmpty && Self.trace(graph, "Z").ends == [code("Z")])
    }

    @Test func `a split says so, with a part that stayed among its ends, and a merger ends once`() {
        let split = Self.graph(("A", "B", "2010-04-01"), ("A", "A", "2010-04-01"), ("A", "C", "2012-04-01"))
        let trace = Self.trace(split, "A")
        #expect(trace.isSplit && trace.ends == [code("B"), code("C")])
        #expect(trace.steps.map(\.isSplit) == [true, false])
        let merged = Self.graph(("A", "M", "2010-04-01"), ("B", "M", "2010-04-01"))
        #expect(merged.successions(to: code("M")).map(\.predecessor) == [code("A"), code("B")])
    }

    @Test func `pairs that lead back on the same day are noted and not followed`() {
        let trace = Self.trace(Self.graph(("A", "B", "2010-04-01"), ("B", "A", "2010-04-01")), "A")
        #expect(trace.loops.map(\.successor) == [code("A")] && trace.ends == [code("B")])
        let later = Self.trace(Self.graph(("A", "B", "2010-04-01"), ("B", "A", "2012-04-01")), "A")
        #expect(later.loops.isEmpty && later.ends == [code("A")] && later.steps.count == 2)
    }

    @Test(.enabled(if: SharedData.has(SuccessionsFileTests.pairs), "the successions are not here"))
    func `every published chain comes to an end`() throws {
        let pairs = try SuccessionsFileTests.published().rows.values.compactMap(\.value.succession)
        let graph = SuccessionGraph(pairs)
        for code in graph.codes {
            let trace = graph.trace(code, from: day("1990-01-01"), on: day("2026-07-01"))
            #expect(!trace.ends.isEmpty)
        }
        let kirklees = graph.trace(code("03A"), from: day("2020-04-01"), on: day("2022-03-31"))
        #expect(kirklees.ends == [code("X2C4Y")])
    }
}

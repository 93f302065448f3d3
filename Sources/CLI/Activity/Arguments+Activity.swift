public import ArgumentParser
public import Challenges

// How answers and steps of disputes are written on the command line.

extension ProposeConclusions.Choice.Answer: ExpressibleByArgument {}
extension DisputeStep.Kind: ExpressibleByArgument {}

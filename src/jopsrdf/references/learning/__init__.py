"""How the model is made: references are rendered and labelled, weights learnt from them, the confidence fitted."""

"""Pages on which a council makes and changes its report templates."""
